-- 标题: 未归属的地址
-- 说明: 年初至所选月份地址未写明镇(街道)的申请,按地址汇总,附由邮编、道路或企业名单推测的单位(只供核对,不计数)。内部资料 注意保存。
-- 参数 month 月份: 截至月份
WITH units AS (
    SELECT DISTINCT unit_code, unit_name FROM monthly_counts
)

SELECT
    events.address AS 地址,
    events.first_applicant AS 第一申请人,
    count(*) AS 申请量,
    coalesce(units.unit_name, events.suggested_unit_code) AS 建议单位,
    events.location_rule AS 判定规则
FROM patent_events AS events
LEFT JOIN units ON events.suggested_unit_code = units.unit_code
WHERE
    events.event = 'application'
    AND events.basis = 'receipt_records'
    AND events.in_territory
    AND events.patent_id NOT IN (SELECT patent_id FROM deductions WHERE effective)
    AND events.unit_name = '未归属'
    AND events.counting_month BETWEEN left($month, 4) || '-01' AND $month
GROUP BY ALL
ORDER BY 申请量 DESC, 地址, 第一申请人
