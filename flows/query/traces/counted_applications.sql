-- Applications from the monthly counts, for units and years the scorecard has no line for.
WITH whole AS (
    SELECT any_value(obs_status) AS obs_status
    FROM scorecard
    WHERE
        month = $month
        AND target_id = 'patent_applications'
        AND unit_code = (SELECT min_by(unit_code, length(unit_code)) FROM scorecard)
),

counted AS (
    SELECT
        coalesce(sum(applications) FILTER ($patent_type IS NULL OR patent_type = $patent_type), 0) AS numerator,
        coalesce(sum(applications), 0) AS denominator
    FROM monthly_counts
    WHERE
        month BETWEEN left($month, 4) || '-01' AND $month
        AND basis = 'receipt_records'
        AND ($unit IS NULL OR starts_with(unit_code, $unit))
)

-- a month whose feed did not come has no number, for a unit no more than for the whole
SELECT
    CASE WHEN whole.obs_status IS DISTINCT FROM 'missing' THEN counted.numerator END AS numerator,
    CASE WHEN $patent_type IS NOT NULL THEN counted.denominator END AS denominator,
    whole.obs_status
FROM counted
CROSS JOIN whole
