-- The messages that releases of the year up to this month raised, with the words they had first.
INSERT INTO main.alerts BY NAME
SELECT * EXCLUDE (release_month, revision)
FROM inputs.released_alerts
WHERE release_month <= $month
QUALIFY row_number() OVER (PARTITION BY alert_id ORDER BY release_month, revision) = 1
-- whoever lists them goes by their place: as_of does not tell two releases of one day apart
ORDER BY as_of, release_month, revision, alert_id
