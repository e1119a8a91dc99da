INSERT OR IGNORE INTO alert_deliveries (alert_id, channel, attempts, is_due)
SELECT DISTINCT alert_id, ?, 0, 0
FROM alert_deliveries
WHERE delivered_at IS NOT NULL
