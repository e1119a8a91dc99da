-- 标题: 本年新出现的申请人
-- 说明: 本年申请过专利、以前各年的明细中没有申请记录的单位申请人(名称完全相同才算同一申请人;以已入库的年份为限)。内部资料 注意保存。只含已收到明细的月份,各月是否收到见 feed_coverage。
-- 参数 month 月份: 截至月份
WITH applicants AS (
    SELECT
        first_applicant,
        any_value(applicant_kind) AS applicant_kind,
        string_agg(DISTINCT unit_name, '、' ORDER BY unit_name) AS unit_names,
        min(counting_month) AS first_month,
        min(event_on) AS first_on,
        count(*) AS applications,
        count(*) FILTER (patent_type = 'invention') AS inventions
    FROM patent_events
    WHERE
        event = 'application'
        AND basis = 'receipt_records'
        AND in_territory
        AND patent_id NOT IN (SELECT patent_id FROM deductions WHERE effective)
        AND applicant_kind <> '个人'
        AND counting_month <= $month
    GROUP BY first_applicant
)

SELECT
    first_applicant AS 申请人,
    applicant_kind AS 申请人类型,
    unit_names AS 统计单位,
    first_on AS 首次申请日期,
    applications AS 申请量,
    inventions AS 其中发明
FROM applicants
WHERE first_month >= left($month, 4) || '-01'
ORDER BY applications DESC, first_applicant
