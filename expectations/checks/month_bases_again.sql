-- check: month_bases_again
-- suite: month_bases
-- severity: critical
-- label_zh: 各月口径由收到的明细和月度统计重新判定
-- DECISIONS 6, 7, asked of what was taken in: records where their feed came, else documents (never for applications), else
-- what other months' feeds say.
WITH told AS (
    SELECT feeds.month, feeds.event, feeds.basis, true AS is_known
    FROM inputs.delivered_feeds AS feeds
    JOIN inputs.release AS release ON feeds.month <= release.month
    WHERE feeds.event <> 'enterprise_list'
    UNION ALL
    SELECT month, 'application' AS event, basis, basis = 'public_documents' FROM main.monthly_counts WHERE applications > 0
    UNION ALL
    SELECT month, 'publication' AS event, basis, basis = 'public_documents' FROM main.monthly_counts WHERE publications > 0
    UNION ALL
    SELECT month, 'grant' AS event, basis, basis = 'public_documents' FROM main.monthly_counts WHERE grants > 0
),

wanted AS (
    SELECT
        month,
        event,
        CASE
            WHEN bool_or(is_known AND basis = 'receipt_records') THEN 'receipt_records'
            WHEN event <> 'application' AND bool_or(basis = 'public_documents') THEN 'public_documents'
            ELSE 'receipt_records'
        END AS standing
    FROM told
    GROUP BY month, event
),

again AS (
    SELECT told.month, told.event, told.basis, bool_or(told.is_known) AS is_known, told.basis = wanted.standing AS is_standing
    FROM told
    JOIN wanted USING (month, event)
    GROUP BY ALL
)

SELECT
    concat(
        month, ' ', event, ' ', basis, ' 写为', said.is_known, '、', said.is_standing, '(已到、采用),应为', again.is_known, '、',
        again.is_standing, '。'
    ) AS message
FROM again
FULL JOIN main.month_bases AS said USING (month, event, basis)
WHERE (again.is_known, again.is_standing) IS DISTINCT FROM (said.is_known, said.is_standing)
