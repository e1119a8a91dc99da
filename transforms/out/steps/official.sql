-- Year-to-date figures the level above published for a target's region; two that differ give none (the
-- reconciliation shows both).
CREATE OR REPLACE TEMP TABLE step_official AS
WITH totals AS (
    SELECT
        region,
        month,
        measure,
        any_value(value) FILTER (patent_type IS NULL) AS total,
        any_value(value) FILTER (patent_type = 'invention') AS inventions,
        count(DISTINCT value) FILTER (patent_type IS NULL) AS total_readings,
        count(DISTINCT value) FILTER (patent_type = 'invention') AS invention_readings
    FROM main.official_totals
    WHERE
        period = 'year_to_date'
        AND problem IS NULL
        AND applicant_kind IS NULL
        AND (patent_type IS NULL OR patent_type = 'invention')
    GROUP BY ALL
)

SELECT
    targets.target_id,
    targets.unit_code,
    totals.month,
    CASE
        WHEN targets.measure = 'count' AND totals.total_readings = 1 THEN totals.total
        WHEN targets.measure = 'ratio' AND totals.total_readings = 1 AND totals.invention_readings = 1
            THEN totals.inventions / nullif(totals.total, 0)
    END AS official_value
FROM step_targets AS targets
JOIN totals ON targets.official_measure = totals.measure AND targets.unit_code = totals.region
