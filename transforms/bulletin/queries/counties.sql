-- Year-to-date figures of the prefecture's counties as the level above published them for the bulletin's month. Two
-- tables that differ give none; a doubtful figure is left out and said so.
SELECT
    region,
    measure,
    period,
    CASE WHEN patent_type = 'invention' THEN 'inventions' ELSE 'total' END AS part,
    CASE WHEN count(DISTINCT value) = 1 THEN any_value(value) END AS value,
    count(DISTINCT value) > 1 AS is_contested
FROM main.official_totals
JOIN bulletin_period AS bounds ON official_totals.month = bounds.month
WHERE
    measure IN ('applications', 'grants')
    AND period IN ('year_to_date', 'same_period_last_year')
    AND applicant_kind IS NULL
    AND (patent_type IS NULL OR patent_type = 'invention')
    AND problem IS NULL
GROUP BY ALL
ORDER BY ALL
