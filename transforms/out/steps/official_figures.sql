-- What published tables say of the whole and of its units, one line a figure. Doubtful figures step back behind
-- sound ones; two that differ give none, and both are told.
CREATE OR REPLACE TEMP TABLE step_official_figures AS
WITH regions AS (
    SELECT unit_code AS region, false AS is_whole FROM inputs.units
    UNION ALL
    SELECT DISTINCT left(unit_code, 6) AS region, true AS is_whole FROM inputs.units
),

totals AS (
    SELECT *, problem IS NOT NULL AS is_doubtful
    FROM main.official_totals
    WHERE
        applicant_kind IS NULL
        AND value IS NOT NULL
        AND period IN ('month', 'year_to_date')
        AND measure IN (
            SELECT official_measure FROM step_indicators WHERE measure = 'count' AND accumulate = 'months'
        )
        AND month <= (SELECT month FROM step_release)
),

believed AS (
    SELECT *
    FROM totals
    QUALIFY is_doubtful = min(is_doubtful) OVER (PARTITION BY region, month, measure, period, patent_type)
),

figures AS (
    SELECT
        believed.region AS unit_code,
        regions.is_whole,
        believed.month,
        believed.measure,
        believed.period,
        believed.patent_type,
        CASE WHEN count(DISTINCT value) = 1 THEN any_value(value) END AS official,
        string_agg(DISTINCT printf('%.10g', value), '、' ORDER BY printf('%.10g', value)) AS readings,
        max(problem) AS problem,
        CASE WHEN count(DISTINCT value) = 1 THEN min(delivery_id) END AS delivery_id,
        min(received_on) AS published_on,
        CASE WHEN believed.period = 'month' THEN believed.month ELSE left(believed.month, 4) || '-01' END AS first_month
    FROM believed
    JOIN regions USING (region)
    LEFT JOIN inputs.published_tables AS tables USING (delivery_id)
    GROUP BY ALL
)

-- a figure is compared where every month it speaks of is known
SELECT
    row_number() OVER (ORDER BY month, measure, period, unit_code, patent_type NULLS FIRST) AS figure,
    figures.*,
    (
        SELECT count(*) FROM step_reconciled_months AS known
        WHERE known.measure = figures.measure AND known.month BETWEEN figures.first_month AND figures.month
    ) = CAST(right(month, 2) AS INTEGER) - CAST(right(first_month, 2) AS INTEGER) + 1 AS is_known,
    (
        SELECT string_agg(DISTINCT known.basis, '+' ORDER BY known.basis DESC) FROM step_reconciled_months AS known
        WHERE known.measure = figures.measure AND known.month BETWEEN figures.first_month AND figures.month
    ) AS own_basis
FROM figures
