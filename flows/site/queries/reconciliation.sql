-- Totals only: explanations may name files and stay with the section.
SELECT
    month AS 月份,
    measure AS 指标,
    unit_code AS 统计单位代码,
    ours AS 本系统数,
    official AS 上级公布数,
    difference AS 差额
FROM main.reconciliation
ORDER BY ALL
