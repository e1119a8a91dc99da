-- By unit or by applicant kind ($dimension: unit_code, applicant_kind), with the city as member NULL: the month, the
-- month before, the year to date and that of last year.
WITH placed AS (
    SELECT
        CASE $dimension WHEN 'unit_code' THEN unit_code WHEN 'applicant_kind' THEN applicant_kind END AS member,
        volumes.measure = 'applications' AS is_application,
        volumes.patent_type = 'invention' AS is_invention,
        12 * volumes.year_offset + volumes.month_number - period.month_number AS months_from_now,
        volumes.year_offset = 0 AS is_this_year,
        volumes.year_offset = -1 AND volumes.month_number <= period.month_number AS is_last_year,
        volume
    FROM bulletin_volumes AS volumes
    CROSS JOIN bulletin_period AS period
)

SELECT
    member,
    sum(volume) FILTER (is_application AND months_from_now = 0) AS month_now,
    sum(volume) FILTER (is_application AND months_from_now = -1) AS month_before,
    sum(volume) FILTER (is_application AND is_this_year) AS applications,
    sum(volume) FILTER (is_application AND is_last_year) AS applications_before,
    sum(volume) FILTER (is_application AND is_invention AND is_this_year) AS inventions,
    sum(volume) FILTER (is_application AND is_invention AND is_last_year) AS inventions_before,
    sum(volume) FILTER (NOT is_application AND is_this_year) AS grants,
    sum(volume) FILTER (NOT is_application AND is_last_year) AS grants_before,
    sum(volume) FILTER (NOT is_application AND is_invention AND is_this_year) AS granted_inventions
FROM placed
GROUP BY GROUPING SETS ((member), ())
