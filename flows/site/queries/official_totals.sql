-- As the sheets of the higher office say it; which file said it and what is doubtful about it stay with the section.
SELECT
    region AS 地区代码,
    region_name AS 地区,
    month AS 月份,
    measure_zh(measure) AS 指标,
    period_zh(period) AS 时段,
    patent_type_zh(patent_type) AS 专利类型,
    applicant_kind AS 申请人类型,
    value AS 数值,
    CASE WHEN problem IS NOT NULL THEN '有疑问' END AS 疑问
FROM main.official_totals
ORDER BY ALL
