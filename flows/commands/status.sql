SELECT 'held' AS kind, file_name, reason, remedy
FROM main.deliveries
WHERE state = 'held'
UNION ALL
SELECT 'feed' AS kind, source, max(month), max(received_on)::VARCHAR
FROM main.deliveries
WHERE state = 'accepted' AND coverage = 'month'
GROUP BY source
ORDER BY ALL;
