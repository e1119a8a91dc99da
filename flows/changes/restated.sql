-- Months that both releases hold whose totals differ, a line a measure and basis; what they were is said in words where no
-- feed of the month had come (DECISIONS 6), or public documents stood for it (DECISIONS 7).
WITH fed AS (
    SELECT DISTINCT month, unnest(string_split(events, '; ')) || 's' AS measure
    FROM earlier.main.deliveries
    WHERE state = 'accepted' AND coverage = 'month' AND basis = 'receipt_records'
),
counted AS (
    SELECT month, basis, unnest(['applications', 'publications', 'grants']) AS measure,
           unnest([sum(applications), sum(publications), sum(grants)]) AS before, 0 AS after
    FROM earlier.main.monthly_counts
    GROUP BY month, basis
    UNION ALL
    SELECT month, basis, unnest(['applications', 'publications', 'grants']),
           0, unnest([sum(applications), sum(publications), sum(grants)])
    FROM later.main.monthly_counts
    GROUP BY month, basis
),
totals AS (
    SELECT month, measure, basis, sum(before)::BIGINT AS before, sum(after)::BIGINT AS after
    FROM counted
    WHERE month <= getvariable('last_month')
    GROUP BY month, measure, basis
)
SELECT totals.month,
       CASE totals.measure WHEN 'applications' THEN '申请量' WHEN 'publications' THEN '公布量' WHEN 'grants' THEN '授权量' END
       || CASE WHEN totals.basis <> 'receipt_records' THEN '(' || CASE totals.basis WHEN 'public_documents' THEN '公开文献' ELSE totals.basis END || ')'
               ELSE '' END AS measure_zh,
       CASE
           WHEN totals.basis <> 'receipt_records' OR fed.month IS NOT NULL THEN totals.before::VARCHAR
           WHEN totals.measure = 'grants' AND documented.before > 0 THEN documented.before || '(公开文献)'
           ELSE '数据未到'
       END AS before,
       totals.after
FROM totals
LEFT JOIN fed USING (month, measure)
LEFT JOIN totals AS documented
    ON totals.month = documented.month AND totals.measure = documented.measure AND documented.basis = 'public_documents'
WHERE totals.before <> totals.after
ORDER BY totals.month, list_position(['applications', 'grants', 'publications'], totals.measure), totals.basis
