-- check: scorecard_status
-- suite: scorecard
-- severity: critical
-- label_zh: 状态与完成数、目标和进度相符
-- Whole numbers only: a share is met when the target's denominator times the inventions reaches its numerator times the
-- applications. Without all months there is no verdict (DECISIONS 6, 8, 14, 16, 18).
WITH compared AS (
    SELECT
        scored.*,
        targets.closes_on,
        CASE
            WHEN scored.obs_status IN ('missing', 'truncated') OR scored.denominator = 0 THEN NULL
            WHEN scored.denominator IS NULL THEN scored.numerator >= targets.target_value
            ELSE scored.numerator * targets.target_denominator >= scored.denominator * targets.target_numerator
        END AS is_met,
        CAST(right(scored.month, 2) AS INTEGER) AS month_number,
        coalesce(scored.seasonal_progress, CAST(right(scored.month, 2) AS INTEGER) / 12) AS pace
    FROM main.scorecard AS scored
    JOIN inputs.targets AS targets
        ON CAST(left(scored.month, 4) AS INTEGER) = targets.year
        AND scored.target_id = targets.target_id
        AND scored.unit_code = targets.unit_code
)

SELECT concat(month, ' ', target_id, ' 分子分母为 ', concat_ws('/', numerator, denominator), ',目标 ', target_value, ',状态写为 ', status, '。')
        AS message
FROM compared
WHERE status <> CASE
    WHEN is_met IS NULL THEN 'no_data'
    WHEN is_met THEN 'met'
    WHEN month_number = 12 AND as_of >= closes_on THEN 'missed'
    WHEN denominator IS NOT NULL THEN 'below'
    WHEN numerator / target_value >= pace - 1e-9 THEN 'on_pace'
    ELSE 'behind'
END
