-- Reporting units by code, as they occur in the file.
SELECT unit_code, any_value(unit_name) AS unit_name
FROM (
    SELECT unit_code, unit_name FROM monthly_counts
    UNION ALL
    SELECT unit_code, unit_name FROM demonstration_enterprises
)
WHERE unit_code IS NOT NULL AND unit_name IS NOT NULL
GROUP BY unit_code
ORDER BY unit_code
