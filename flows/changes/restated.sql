-- Months that both releases hold which read otherwise, a line a measure, each on the basis that stands for it; a month that
-- is not known is not zero (DECISIONS 6, 7).
WITH standing AS (
    SELECT 'earlier' AS side, * FROM earlier_bases WHERE is_standing AND is_known
    UNION ALL
    SELECT 'later', * FROM later_bases WHERE is_standing AND is_known
),
counted AS (
    SELECT 'earlier' AS side, month, basis, applications, publications, grants FROM earlier.main.monthly_counts
    UNION ALL
    SELECT 'later', month, basis, applications, publications, grants FROM later.main.monthly_counts
),
totals AS (
    SELECT side, month, basis, measure, sum(number)::BIGINT AS total
    FROM (UNPIVOT counted ON applications, publications, grants INTO NAME measure VALUE number)
    GROUP BY ALL
),
said AS (
    SELECT standing.side, standing.month, standing.event || 's' AS measure,
           coalesce(total, 0) || CASE standing.basis WHEN 'public_documents' THEN '(公开文献)' ELSE '' END
           AS number
    FROM standing
    LEFT JOIN totals
        ON totals.side = standing.side AND totals.month = standing.month AND totals.basis = standing.basis
        AND totals.measure = standing.event || 's'
    WHERE standing.month <= getvariable('last_month')
)
SELECT month,
       CASE measure WHEN 'applications' THEN '申请量' WHEN 'publications' THEN '公布量' WHEN 'grants' THEN '授权量' END,
       coalesce(before.number, '数据未到'), coalesce(after.number, '数据未到')
FROM (FROM said WHERE side = 'earlier') AS before
FULL JOIN (FROM said WHERE side = 'later') AS after USING (month, measure)
WHERE before.number IS DISTINCT FROM after.number
ORDER BY month, list_position(['applications', 'grants', 'publications'], measure)
