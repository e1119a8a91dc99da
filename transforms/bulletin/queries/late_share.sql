-- How many of a month's applications usually reach us only with a later month's feed: the twelve months before.
WITH bounds AS (
    SELECT
        strftime(CAST(month || '-01' AS DATE) - INTERVAL 12 MONTH, '%Y-%m') AS first_month,
        month AS newest_month
    FROM bulletin_period
)

SELECT
    count(*) AS applications,
    count(*) FILTER (events.reported_month > events.counting_month) AS late
FROM main.patent_events AS events
JOIN bounds ON events.counting_month >= bounds.first_month AND events.counting_month < bounds.newest_month
WHERE events.event = 'application' AND events.basis = 'receipt_records' AND events.in_territory
