-- Numbers only: sentences may name files and stay with the section.
WITH units AS (
    SELECT DISTINCT unit_code, unit_name
    FROM main.monthly_counts
)

SELECT
    reconciliation.month AS 月份,
    measure_zh(reconciliation.measure) AS 指标,
    period_zh(reconciliation.period) AS 时段,
    reconciliation.unit_code AS 统计单位代码,
    -- a territory has six digits, its units nine
    CASE WHEN length(reconciliation.unit_code) = 6 THEN '全市' ELSE units.unit_name END AS 统计单位,
    patent_type_zh(reconciliation.patent_type) AS 专利类型,
    reconciliation.ours AS 本系统数,
    reconciliation.official AS 上级公布数,
    reconciliation.difference AS 差额,
    reconciliation.unexplained AS 没有解释的差额
FROM main.reconciliation
LEFT JOIN units USING (unit_code)
ORDER BY ALL
