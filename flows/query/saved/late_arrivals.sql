-- 标题: 迟报的申请
-- 说明: 当年各受理月份的申请中,以后月份的明细才报来的件数(计数月份早于下发月份)。
-- 参数 month 月份: 截至月份
SELECT
    counting_month AS 受理月份,
    count(*) AS 申请量,
    count(*) FILTER (reported_month > counting_month) AS 迟报,
    (20000 * count(*) FILTER (reported_month > counting_month) // count(*) + 1) // 2 / 100 AS "迟报占比(%)",
    count(*) FILTER (reported_month > counting_month AND patent_type = 'invention') AS 迟报发明,
    max(reported_month) AS 最晚下发月份
FROM patent_events
WHERE
    event = 'application'
    AND basis = 'receipt_records'
    AND in_territory
    AND patent_id NOT IN (SELECT patent_id FROM deductions WHERE effective)
    AND counting_month BETWEEN left($month, 4) || '-01' AND $month
GROUP BY counting_month
ORDER BY counting_month
