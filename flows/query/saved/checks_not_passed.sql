-- 标题: 未通过的核验
-- 说明: 发布前核验中没有通过的项目(提示级不妨碍发布)。
SELECT
    suite AS 核验组,
    expectation AS 核验项,
    CASE severity WHEN 'critical' THEN '严重' WHEN 'warning' THEN '提示' END AS 等级,
    observed AS 观测值,
    failing_rows AS 不符行数,
    message AS 说明
FROM checks
WHERE NOT success
ORDER BY severity, suite, expectation
