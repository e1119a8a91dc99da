-- The city's invention share in a month, where an event is due: below the target, or no longer below for the first time.
WITH months AS (
    SELECT month, unit_code, numerator, denominator, status IN ('below', 'missed') AS is_below
    FROM main.scorecard
    WHERE target_id = 'invention_share' AND length(unit_code) = 6 AND status <> 'no_data' AND month <= $month
),
compared AS (
    SELECT *, lag(is_below) OVER (PARTITION BY unit_code ORDER BY month) AS was_below
    FROM months
)
SELECT unit_code, numerator, denominator, is_below
FROM compared
WHERE month = $month AND (is_below OR was_below);
