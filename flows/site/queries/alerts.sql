-- Alerts about indicators carry counts and units only; those about files and runs stay with the section.
SELECT month, title, message
FROM main.alerts
WHERE indicator IN (SELECT target_id FROM main.scorecard)
ORDER BY month DESC, rowid
