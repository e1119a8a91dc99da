-- check: scorecard_obs_status
-- suite: scorecard
-- severity: critical
-- label_zh: 初步、修订、终审与年度关闭日和上一版相符
-- DECISIONS 14: final once the year is closed, never before; revised where the last release said another number.
WITH judged AS (
    SELECT
        scored.*,
        scored.as_of >= targets.closes_on AS is_closed,
        coalesce(abs(scored.value - previous.value) > 1e-12, false) AS is_changed
    FROM main.scorecard AS scored
    JOIN inputs.targets AS targets
        ON CAST(left(scored.month, 4) AS INTEGER) = targets.year
        AND scored.target_id = targets.target_id
        AND scored.unit_code = targets.unit_code
    LEFT JOIN inputs.previous_scorecard AS previous
        ON scored.month = previous.month
        AND scored.target_id = previous.target_id
        AND scored.unit_code = previous.unit_code
)

SELECT concat(month, ' ', target_id, ' ', unit_code, ' 截至 ', as_of, ' 写为 ', obs_status, '。') AS message
FROM judged
WHERE
    obs_status NOT IN ('missing', 'truncated')
    AND obs_status <> CASE WHEN is_closed THEN 'final' WHEN is_changed THEN 'revised' ELSE 'provisional' END
