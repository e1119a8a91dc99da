-- 标题: 企业申请量排名
-- 说明: 年初至所选月份申请量最多的企业(按第一申请人名称)。内部资料 注意保存:含未公布申请的企业名称,不得对外提供。只含已收到明细的月份,各月是否收到见 feed_coverage。
-- 参数 month 月份: 截至月份
-- 参数 top 整数 = 20: 显示前几名
SELECT
    rank() OVER (ORDER BY count(*) DESC) AS 位次,
    first_applicant AS 企业,
    string_agg(DISTINCT unit_name, '、' ORDER BY unit_name) AS 统计单位,
    count(*) AS 申请量,
    count(*) FILTER (patent_type = 'invention') AS 发明,
    count(*) FILTER (patent_type = 'utility_model') AS 实用新型,
    count(*) FILTER (patent_type = 'design') AS 外观设计
FROM patent_events
WHERE
    event = 'application'
    AND basis = 'receipt_records'
    AND in_territory
    AND patent_id NOT IN (SELECT patent_id FROM deductions WHERE effective)
    AND applicant_kind = '企业'
    AND counting_month BETWEEN left($month, 4) || '-01' AND $month
GROUP BY first_applicant
ORDER BY 位次, 企业
LIMIT CAST($top AS BIGINT)
