-- check: scorecard_shortfall
-- suite: scorecard
-- severity: critical
-- label_zh: 距目标尚差恰好补足目标
-- By its meaning and not by its formula: with that many more the target is met, with one fewer it is not (DECISIONS 8).
WITH compared AS (
    SELECT
        scored.*,
        coalesce(targets.target_numerator, CAST(targets.target_value AS BIGINT)) AS p,
        coalesce(targets.target_denominator, 1) AS q,
        scored.denominator IS NOT NULL AS is_share
    FROM main.scorecard AS scored
    JOIN inputs.targets AS targets
        ON CAST(left(scored.month, 4) AS INTEGER) = targets.year
        AND scored.target_id = targets.target_id
        AND scored.unit_code = targets.unit_code
    WHERE scored.obs_status NOT IN ('missing', 'truncated')
)

SELECT concat(month, ' ', target_id, ' 分子分母为 ', concat_ws('/', numerator, denominator), ',距目标尚差写为', shortfall, '。') AS message
FROM compared
WHERE
    shortfall IS NULL
    OR q * (numerator + shortfall) < p * CASE WHEN is_share THEN denominator + shortfall ELSE 1 END
    OR (
        shortfall > 0
        AND q * (numerator + shortfall - 1) >= p * CASE WHEN is_share THEN denominator + shortfall - 1 ELSE 1 END
    )
