-- check: ours_is_what_we_count
-- suite: reconciliation
-- severity: critical
-- label_zh: 对账所用的本系统数就是月度统计
-- Our numbers are never bent to fit: on the office's own feed they are those of monthly_counts.
WITH counted AS (
    SELECT month, unit_code, patent_type, measure, number
    FROM (UNPIVOT main.monthly_counts ON applications, grants INTO NAME measure VALUE number)
    WHERE basis = 'receipt_records'
),

again AS (
    SELECT
        compared.month,
        compared.measure,
        compared.unit_code,
        compared.period,
        compared.patent_type,
        any_value(compared.ours) AS ours,
        coalesce(sum(counted.number), 0) AS number
    FROM main.reconciliation AS compared
    LEFT JOIN counted
        ON counted.measure = compared.measure
        AND counted.month BETWEEN CASE compared.period WHEN 'month' THEN compared.month ELSE left(compared.month, 4) || '-01' END
            AND compared.month
        AND starts_with(counted.unit_code, compared.unit_code)
        AND coalesce(counted.patent_type = compared.patent_type, true)
    WHERE compared.own_basis = 'receipt_records' AND compared.ours IS NOT NULL
    GROUP BY ALL
)

SELECT concat(month, ' ', measure, ' ', unit_code, ' 对账写为', ours, ',月度统计为', number, '。') AS message
FROM again
WHERE ours <> number
