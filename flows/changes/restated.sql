-- Months that both releases hold whose totals differ, a line a measure and basis.
WITH counted AS (
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
SELECT month,
       CASE measure WHEN 'applications' THEN '申请量' WHEN 'publications' THEN '公布量' WHEN 'grants' THEN '授权量' END
       || CASE WHEN basis <> 'receipt_records' THEN '(' || CASE basis WHEN 'public_documents' THEN '公开文献' ELSE basis END || ')'
               ELSE '' END AS measure_zh,
       before, after
FROM totals
WHERE before <> after
ORDER BY month, list_position(['applications', 'grants', 'publications'], measure), basis
