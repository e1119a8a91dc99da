-- What was checked and how it went. What a check saw may hold rows of unpublished applications and stays inside.
SELECT
    suite,
    message,
    CASE severity WHEN 'critical' THEN '严重' WHEN 'warning' THEN '提示' END AS severity,
    success,
    failing_rows
FROM main.checks
ORDER BY success, suite, severity DESC, expectation
