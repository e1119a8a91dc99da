-- 标题: 各公告日的授权量
-- 说明: 年初至所选月份每个授权公告日的授权件数,按数据来源口径分列(两个口径不得相加)。
-- 参数 month 月份: 截至月份
SELECT
    event_on AS 授权公告日,
    CASE basis WHEN 'receipt_records' THEN '受理授权明细' WHEN 'public_documents' THEN '公开文献' ELSE basis END AS 数据来源口径,
    count(*) AS 授权量,
    count(*) FILTER (patent_type = 'invention') AS 发明,
    count(*) FILTER (patent_type = 'utility_model') AS 实用新型,
    count(*) FILTER (patent_type = 'design') AS 外观设计
FROM patent_events
WHERE event = 'grant' AND in_territory AND counting_month BETWEEN left($month, 4) || '-01' AND $month
GROUP BY event_on, basis
ORDER BY event_on, basis DESC
