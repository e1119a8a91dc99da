-- check: reconciliation_of_tables
-- suite: reconciliation
-- severity: critical
-- label_zh: 每个上级公布数都对过账,所对的就是公布的数
-- Figures of the whole and of its units, of a month or from January, all applicants together.
WITH published AS (
    SELECT month, measure, region AS unit_code, period, patent_type, list(DISTINCT value) AS figures
    FROM main.official_totals
    WHERE
        applicant_kind IS NULL
        AND value IS NOT NULL
        AND measure IN ('applications', 'grants')
        AND period IN ('month', 'year_to_date')
        AND month <= (SELECT month FROM inputs.release)
        AND (
            region IN (SELECT unit_code FROM inputs.units)
            OR region IN (SELECT left(unit_code, 6) FROM inputs.units)
        )
    GROUP BY ALL
)

SELECT
    concat(
        coalesce(published.month, compared.month), ' ', coalesce(published.measure, compared.measure), ' ',
        coalesce(published.unit_code, compared.unit_code), ' 公布的是 ', coalesce(array_to_string(figures, '、'), '(无)'), ',对账用 ',
        coalesce(CAST(compared.official AS VARCHAR), '(无)'), '。'
    ) AS message
FROM published
FULL JOIN main.reconciliation AS compared
    ON published.month = compared.month
    AND published.measure = compared.measure
    AND published.unit_code = compared.unit_code
    AND published.period = compared.period
    AND published.patent_type IS NOT DISTINCT FROM compared.patent_type
WHERE
    published.month IS NULL
    OR compared.month IS NULL
    OR (compared.official IS NOT NULL AND NOT list_contains(figures, compared.official))
    OR (compared.official IS NULL AND len(figures) = 1)
