-- What this month's release tells about the share; nothing where no message was raised.
SELECT alerts.title, alerts.message, coalesce(alerts.value < alerts.threshold, true) AS is_below
FROM main.alerts AS alerts
JOIN bulletin_period AS period USING (month)
WHERE alerts.indicator = 'invention_share'
ORDER BY alerts.alert_id
