-- How many rows of each table read otherwise than in the release before.
SELECT table_name, count(DISTINCT key) AS rows_changed
FROM main.release_changes
GROUP BY table_name
ORDER BY table_name
