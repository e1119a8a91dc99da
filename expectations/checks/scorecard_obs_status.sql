-- check: scorecard_obs_status
-- suite: scorecard
-- severity: critical
-- label_zh: 初步、修订、终审与年度关闭日和以前各版相符
-- DECISIONS 14: final once the year is closed, never before; revised where a release before said another number.
WITH judged AS (
    SELECT
        scored.*,
        scored.as_of >= targets.closes_on AS is_closed,
        EXISTS (
            FROM inputs.previous_scorecard AS previous
            WHERE
                previous.month = scored.month
                AND previous.target_id = scored.target_id
                AND previous.unit_code = scored.unit_code
                AND abs(scored.value - previous.value) > 1e-12
        ) AS is_changed
    FROM main.scorecard AS scored
    JOIN inputs.targets AS targets
        ON CAST(left(scored.month, 4) AS INTEGER) = targets.year
        AND scored.target_id = targets.target_id
        AND scored.unit_code = targets.unit_code
)

SELECT concat(month, ' ', target_id, ' ', unit_code, ' 截至 ', as_of, ' 写为 ', obs_status, '。') AS message
FROM judged
WHERE
    obs_status NOT IN ('missing', 'truncated')
    AND obs_status <> CASE WHEN is_closed THEN 'final' WHEN is_changed THEN 'revised' ELSE 'provisional' END
