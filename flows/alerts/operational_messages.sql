SELECT alert_id, month, state, title, message
FROM operational_messages
ORDER BY rowid
