-- check: feed_stale
-- suite: deliveries
-- severity: warning
-- label_zh: 受理和授权明细按时收到
-- 45 days after the month's end a feed that has not come is overdue (bound stale_days).
SELECT
    concat(
        strftime(months.first_on, '%Y-%m'), ' 的', feeds.label_zh, '截至 ', release.as_of, ' 未收到(月末后第',
        release.as_of - last_day(months.first_on), '天)。'
    ) AS message
FROM inputs.release AS release
CROSS JOIN LATERAL (
    SELECT CAST(unnest(range(make_date(release.year, 1, 1), release.last_on + 1, INTERVAL 1 MONTH)) AS DATE) AS first_on
) AS months
CROSS JOIN (VALUES ('application', '受理明细'), ('grant', '授权明细')) AS feeds (event, label_zh)
ANTI JOIN (FROM inputs.delivered_feeds WHERE basis = 'receipt_records') AS delivered
    ON delivered.event = feeds.event AND delivered.month = strftime(months.first_on, '%Y-%m')
WHERE release.as_of - last_day(months.first_on) >= inputs.bound('stale_days')
