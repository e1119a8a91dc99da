-- Cumulative figures of the city that read otherwise in the release before: month, target, old and new value, cause.
-- A share of no applications has no value and is known all the same: then what it is a share of is given as zero.
WITH changed AS (
    SELECT
        key,
        column_name,
        TRY_CAST(before AS DOUBLE) AS before,
        TRY_CAST(after AS DOUBLE) AS after,
        cause
    FROM main.release_changes
    WHERE table_name = 'scorecard'
)

SELECT
    split_part(key, '|', 1) AS month,
    split_part(key, '|', 2) AS target_id,
    changed.before,
    changed.after,
    coalesce(share_of.before = 0, false) AS was_of_none,
    coalesce(share_of.after = 0, false) AS is_of_none,
    changed.cause
FROM changed
LEFT JOIN (SELECT * FROM changed WHERE column_name = 'denominator') AS share_of USING (key)
CROSS JOIN bulletin_period AS period
WHERE changed.column_name = 'value' AND split_part(key, '|', 3) = period.city_code
ORDER BY month, target_id
