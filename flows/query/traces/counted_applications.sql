-- Applications from the monthly counts, for units and years the scorecard has no line for.
SELECT
    sum(applications) FILTER ($patent_type IS NULL OR patent_type = $patent_type) AS numerator,
    CASE WHEN $patent_type IS NOT NULL THEN sum(applications) END AS denominator
FROM monthly_counts
WHERE
    month BETWEEN left($month, 4) || '-01' AND $month
    AND basis = 'receipt_records'
    AND ($unit IS NULL OR starts_with(unit_code, $unit))
