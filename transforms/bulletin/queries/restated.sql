-- Cumulative figures of the city that read otherwise in the release before: month, target, old and new value, cause.
SELECT
    split_part(key, '|', 1) AS month,
    split_part(key, '|', 2) AS target_id,
    TRY_CAST(before AS DOUBLE) AS before,
    TRY_CAST(after AS DOUBLE) AS after,
    cause
FROM main.release_changes
CROSS JOIN bulletin_period AS period
WHERE table_name = 'scorecard' AND column_name = 'value' AND split_part(key, '|', 3) = period.city_code
ORDER BY month, target_id
