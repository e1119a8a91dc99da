-- As the sheets of the higher office say it; which file said it and what is doubtful about it stay with the section.
SELECT
    region AS 地区,
    month AS 月份,
    measure AS 指标,
    CASE period WHEN 'month' THEN '当月' WHEN 'year_to_date' THEN '当年累计' WHEN 'same_period_last_year' THEN '上年同期累计' END AS 时段,
    patent_type_zh(patent_type) AS 专利类型,
    applicant_kind AS 申请人类型,
    value AS 数值,
    CASE WHEN problem IS NOT NULL THEN '有疑问' END AS 疑问
FROM main.official_totals
ORDER BY ALL
