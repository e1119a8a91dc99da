-- Grants from the monthly counts, each month on its basis as in grants.sql.
WITH whole AS (
    SELECT any_value(obs_status) AS obs_status
    FROM scorecard
    WHERE
        month = $month
        AND target_id = 'patent_grants'
        AND unit_code = (SELECT min_by(unit_code, length(unit_code)) FROM scorecard)
),

counted AS (
    SELECT coalesce(sum(monthly_counts.grants), 0) AS numerator
    FROM monthly_counts
    JOIN month_bases AS standing USING (month, basis)
    WHERE
        standing.event = 'grant'
        AND standing.is_standing
        AND monthly_counts.month BETWEEN left($month, 4) || '-01' AND $month
        AND ($patent_type IS NULL OR monthly_counts.patent_type = $patent_type)
        AND ($unit IS NULL OR starts_with(monthly_counts.unit_code, $unit))
)

SELECT
    CASE WHEN whole.obs_status IS DISTINCT FROM 'missing' THEN counted.numerator END AS numerator,
    NULL AS denominator,
    whole.obs_status
FROM counted
CROSS JOIN whole
