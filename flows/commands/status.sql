-- What the current release knows of feeds, files that wait and checks: one row each, told apart by `kind`.
SELECT 'held' AS kind, file_name AS name, reason AS detail, remedy AS more
FROM main.deliveries
WHERE state = 'held'
UNION ALL
SELECT 'feed' AS kind, source, max(month), max(received_on)::VARCHAR
FROM main.deliveries
WHERE state = 'accepted' AND coverage = 'month'
GROUP BY source
UNION ALL
SELECT 'checked' AS kind, CASE WHEN success THEN 'passed' ELSE 'warned' END, message, NULL
FROM main.checks
UNION ALL
SELECT DISTINCT 'file' AS kind, split_part(file_name, '/', 1), NULL, NULL
FROM main.deliveries
ORDER BY ALL;
