-- What was last told of the share of this month; nothing where no message was raised. A re-issue may have told another
-- state than the releases before it, whose messages hold no longer. Rows stand in the order in which they were told.
WITH told AS (
    SELECT alerts.*, alerts.rowid AS place
    FROM main.alerts AS alerts
    JOIN bulletin_period AS period USING (month)
    WHERE alerts.indicator = 'invention_share'
)

SELECT title, message, coalesce(value < threshold, true) AS is_below
FROM told
WHERE place = (SELECT max(place) FROM told)
