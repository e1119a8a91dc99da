UPDATE alert_deliveries
SET delivered_at = ?, problem = ?
WHERE alert_id = ? AND channel = ?
