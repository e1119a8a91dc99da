-- Checks of this release that did not pass.
SELECT suite, expectation, message, failing_rows
FROM main.checks
WHERE NOT success
ORDER BY suite, expectation
