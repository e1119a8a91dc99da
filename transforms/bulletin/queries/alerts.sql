-- What was last told of the share of this month; nothing where no message was raised. A re-issue may have told another
-- state than the releases before it, whose messages hold no longer.
WITH told AS (
    SELECT alerts.*, alerts.rowid AS place
    FROM main.alerts AS alerts
    JOIN bulletin_period AS period USING (month)
    WHERE alerts.indicator = 'invention_share'
)

SELECT title, message, coalesce(value < threshold, true) AS is_below
FROM told
WHERE as_of = (SELECT max(as_of) FROM told)
ORDER BY place
