-- check: feed_stale
-- suite: deliveries
-- severity: warning
-- label_zh: 受理和授权明细按时收到
-- 45 days after the month's end a feed that has not come is overdue (bound stale_days); one sentence a feed.
SELECT
    concat(
        string_agg(strftime(months.first_on, '%Y-%m'), '、' ORDER BY months.first_on), ' 的', feeds.label_zh, '截至 ',
        any_value(release.as_of), ' 未收到(', CASE WHEN count(*) > 1 THEN '最早的一期为' ELSE '' END, '月末后第',
        max(release.as_of - last_day(months.first_on)), '天)。'
    ) AS message
FROM inputs.release AS release
CROSS JOIN LATERAL (
    SELECT CAST(unnest(range(make_date(release.year, 1, 1), release.last_on + 1, INTERVAL 1 MONTH)) AS DATE) AS first_on
) AS months
CROSS JOIN (VALUES ('application', '受理明细'), ('grant', '授权明细')) AS feeds (event, label_zh)
ANTI JOIN (FROM inputs.delivered_feeds WHERE basis = 'receipt_records') AS delivered
    ON delivered.event = feeds.event AND delivered.month = strftime(months.first_on, '%Y-%m')
WHERE release.as_of - last_day(months.first_on) >= inputs.bound('stale_days')
GROUP BY feeds.event, feeds.label_zh
ORDER BY feeds.event
