-- check: number_went_down
-- suite: monthly_counts
-- severity: critical
-- label_zh: 已公布的数字变小都有原因
-- A replacement, a correction, a deduction, two identities that proved to be one, other reference data or code. Each event that is
-- gone is named with its reason in inputs.gone_events; a fall that these do not cover has none.
WITH counted AS (
    SELECT month, basis, measure, sum(number) AS number
    FROM (
        UNPIVOT (SELECT month, basis, applications, publications, grants FROM main.monthly_counts)
        ON applications, publications, grants INTO NAME measure VALUE number
    )
    GROUP BY ALL
),

explained AS (
    SELECT month, basis, measure, count(*) AS number
    FROM inputs.gone_events
    WHERE reason IS NOT NULL
    GROUP BY ALL
)

SELECT
    concat(
        published.month, ' ', published.basis, ' ', published.measure, ' 由', published.published, '减为', coalesce(counted.number, 0),
        ',其中', coalesce(explained.number, 0), '件有原因。'
    ) AS message
FROM inputs.published_counts AS published
LEFT JOIN counted USING (month, basis, measure)
LEFT JOIN explained USING (month, basis, measure)
WHERE published.published - coalesce(counted.number, 0) > coalesce(explained.number, 0)
