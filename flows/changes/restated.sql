-- Months that both releases hold which read otherwise, a line a measure. A month is known on one basis: that of its own
-- feed, else, but never for applications, public documents; without either it is not zero (DECISIONS 6, 7).
WITH bases (measure, basis, preference, basis_zh) AS (
    VALUES ('applications', 'receipt_records', 1, ''), ('grants', 'receipt_records', 1, ''),
           ('grants', 'public_documents', 2, '(公开文献)'), ('publications', 'receipt_records', 1, ''),
           ('publications', 'public_documents', 2, '(公开文献)')
),
feeds AS (
    SELECT 'earlier' AS side, month, basis, state, coverage, events FROM earlier.main.deliveries
    UNION ALL
    SELECT 'later', month, basis, state, coverage, events FROM later.main.deliveries
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
-- public documents come without a month of their own: there they are themselves the evidence that it was covered
evidence AS (
    SELECT side, month, basis, unnest(string_split(events, '; ')) || 's' AS measure
    FROM feeds WHERE state = 'accepted' AND coverage = 'month'
    UNION
    SELECT side, month, basis, measure FROM totals WHERE basis = 'public_documents' AND total > 0
),
standing AS (
    SELECT side, month, measure, arg_min(basis, preference) AS basis
    FROM evidence JOIN bases USING (measure, basis)
    WHERE month <= getvariable('last_month')
    GROUP BY ALL
),
said AS (
    SELECT side, month, measure, coalesce(total, 0) || basis_zh AS number
    FROM standing
    JOIN bases USING (measure, basis)
    LEFT JOIN totals USING (side, month, measure, basis)
)
SELECT month,
       CASE measure WHEN 'applications' THEN '申请量' WHEN 'publications' THEN '公布量' WHEN 'grants' THEN '授权量' END,
       coalesce(before.number, '数据未到'), coalesce(after.number, '数据未到')
FROM (FROM said WHERE side = 'earlier') AS before
FULL JOIN (FROM said WHERE side = 'later') AS after USING (month, measure)
WHERE before.number IS DISTINCT FROM after.number
ORDER BY month, list_position(['applications', 'grants', 'publications'], measure)
