-- One row per month, unit, type, applicant kind and basis in which something happened (no totals, no zero rows).
CREATE OR REPLACE TABLE main.monthly_counts AS
WITH counted AS (
    SELECT
        counting_month AS month,
        unit_code,
        patent_type,
        applicant_kind,
        basis,
        CAST(sum(CASE WHEN event = 'application' THEN events ELSE 0 END) AS BIGINT) AS applications,
        CAST(sum(CASE WHEN event = 'publication' THEN events ELSE 0 END) AS BIGINT) AS publications,
        CAST(sum(CASE WHEN event = 'grant' THEN events ELSE 0 END) AS BIGINT) AS grants
    FROM step_event_totals
    GROUP BY ALL
    HAVING greatest(applications, publications, grants) > 0
)

-- many groups to one unit: the join adds the name and never a row
SELECT
    counted.month,
    counted.unit_code,
    units.unit_name,
    counted.patent_type,
    counted.applicant_kind,
    counted.basis,
    counted.applications,
    counted.publications,
    counted.grants
FROM counted
LEFT JOIN inputs.units AS units USING (unit_code)
ORDER BY month, unit_code, patent_type, applicant_kind, basis
