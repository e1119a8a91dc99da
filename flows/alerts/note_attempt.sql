INSERT INTO alert_deliveries (alert_id, channel, attempts, next_try_at)
VALUES (?, ?, 1, ?)
ON CONFLICT (alert_id, channel) DO UPDATE
SET attempts = attempts + 1, next_try_at = excluded.next_try_at, problem = NULL
