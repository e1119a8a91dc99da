-- check: month_volume
-- suite: monthly_counts
-- severity: warning
-- label_zh: 当月件数与往年同月相近
-- Against the mean of the same month of the earlier years that had a feed for it; a few cases say nothing.
WITH feeds AS (
    SELECT DISTINCT month, event || 's' AS measure
    FROM inputs.delivered_feeds
    WHERE basis = 'receipt_records'
),

volumes AS (
    SELECT feeds.month, feeds.measure, coalesce(sum(counted.number), 0) AS number
    FROM feeds
    LEFT JOIN (
        UNPIVOT (SELECT month, basis, applications, grants FROM main.monthly_counts)
        ON applications, grants INTO NAME measure VALUE number
    ) AS counted
        ON feeds.month = counted.month AND feeds.measure = counted.measure AND counted.basis = 'receipt_records'
    GROUP BY ALL
),

usual AS (
    SELECT volumes.measure, avg(volumes.number) AS number, count(*) AS years
    FROM volumes
    JOIN inputs.release AS release
        ON right(volumes.month, 2) = right(release.month, 2) AND volumes.month < release.month
    GROUP BY ALL
)

SELECT
    concat(
        release.month, CASE volumes.measure WHEN 'applications' THEN ' 申请' WHEN 'grants' THEN ' 授权' END, volumes.number,
        '件,往年同月平均', round(usual.number, 1), '件(', usual.years, '年)。'
    ) AS message
FROM inputs.release AS release
JOIN volumes ON release.month = volumes.month
JOIN usual USING (measure)
WHERE
    usual.number >= inputs.bound('enough_rows')
    AND (
        volumes.number < inputs.bound('volume_low') * usual.number
        OR volumes.number > inputs.bound('volume_high') * usual.number
    )
