-- check: scorecard_value
-- suite: scorecard
-- severity: critical
-- label_zh: 完成数等于分子,占比等于分子除以分母
SELECT concat(month, ' ', target_id, ' 完成数 ', value, ',分子分母为 ', concat_ws('/', numerator, denominator), '。') AS message
FROM main.scorecard
WHERE
    (value IS NULL) <> (numerator IS NULL OR coalesce(denominator = 0, false))
    OR abs(value * coalesce(denominator, 1) - numerator) > 1e-6
    OR denominator < numerator
