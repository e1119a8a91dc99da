-- How many things came, went and changed, of those that people count.
SELECT table_name, rows_new, rows_gone, rows_changed
FROM changed_counts
WHERE table_name IN ('patents', 'monthly_counts', 'demonstration_enterprises', 'quarantine')
ORDER BY list_position(['patents', 'monthly_counts', 'demonstration_enterprises', 'quarantine'], table_name)
