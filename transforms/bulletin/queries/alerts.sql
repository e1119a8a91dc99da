-- What was last told of the share of this month; nothing where no message was raised. A re-issue may have told another
-- state than the releases before it, whose messages hold no longer. Rows stand in the order in which they were told.
-- Then what was told on the day of this release of other months of the year (数据修订, 数据逾期): those messages lead to
-- this bulletin.
WITH told AS (
    SELECT alerts.*, alerts.rowid AS place, alerts.month = period.month AS is_own
    FROM main.alerts AS alerts
    CROSS JOIN bulletin_period AS period
    WHERE alerts.indicator = 'invention_share' AND left(alerts.month, 4) = left(period.month, 4)
)

SELECT title, message, coalesce(value < threshold, true) AS is_below, is_own
FROM told
WHERE CASE WHEN is_own THEN place = (SELECT max(place) FROM told WHERE is_own) ELSE as_of = $as_of END
ORDER BY is_own DESC, place
