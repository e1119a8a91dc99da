-- check: scorecard_progress
-- suite: scorecard
-- severity: critical
-- label_zh: 完成率和序时进度由完成数、目标值和月份得出
SELECT
    concat(month, ' ', target_id, ' 完成率 ', coalesce(CAST(completion AS VARCHAR), '空'), ',序时进度 ', time_progress, '。') AS message
FROM main.scorecard
WHERE
    abs(time_progress - CAST(right(month, 2) AS INTEGER) / 12) > 1e-9
    OR (completion IS NULL) <> (denominator IS NOT NULL OR target_id = 'invention_share' OR obs_status IN ('missing', 'truncated'))
    OR abs(completion * target_value - numerator) > 1e-6
