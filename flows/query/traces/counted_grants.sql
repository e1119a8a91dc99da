-- Grants from the monthly counts, each month on its basis as in grants.sql.
WITH whole AS (
    SELECT any_value(obs_status) AS obs_status
    FROM scorecard
    WHERE
        month = $month
        AND target_id = 'patent_grants'
        AND unit_code = (SELECT min_by(unit_code, length(unit_code)) FROM scorecard)
),

-- also those whose list of the month was empty
fed_months AS (
    SELECT DISTINCT month
    FROM deliveries
    WHERE
        state = 'accepted'
        AND coverage = 'month'
        AND basis = 'receipt_records'
        AND list_contains(string_split(events, '; '), 'grant')
        AND month IS NOT NULL
),

documented_months AS (
    SELECT DISTINCT month
    FROM monthly_counts
    WHERE basis = 'public_documents' AND grants > 0
    EXCEPT
    FROM fed_months
),

counted AS (
    SELECT coalesce(sum(monthly_counts.grants), 0) AS numerator
    FROM monthly_counts
    LEFT JOIN documented_months USING (month)
    WHERE
        monthly_counts.month BETWEEN left($month, 4) || '-01' AND $month
        AND monthly_counts.basis
        = CASE WHEN documented_months.month IS NULL THEN 'receipt_records' ELSE 'public_documents' END
        AND ($patent_type IS NULL OR monthly_counts.patent_type = $patent_type)
        AND ($unit IS NULL OR starts_with(monthly_counts.unit_code, $unit))
)

SELECT
    CASE WHEN whole.obs_status IS DISTINCT FROM 'missing' THEN counted.numerator END AS numerator,
    NULL AS denominator,
    whole.obs_status
FROM counted
CROSS JOIN whole
