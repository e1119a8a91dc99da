-- What releases told of each month, in the order in which they told it (carry_on.sql).
SELECT alert_id, month, state
FROM main.alerts
ORDER BY month, rowid
