-- In the order of the releases that raised them.
SELECT alerts.alert_id, alerts.month, alerts.state
FROM main.alerts AS alerts
JOIN (
    SELECT alert_id, min((release_month, revision)) AS raised_in FROM inputs.released_alerts GROUP BY alert_id
) AS released USING (alert_id)
ORDER BY alerts.month, released.raised_in, alerts.alert_id
