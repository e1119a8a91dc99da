-- check: parts_equal_totals
-- suite: monthly_counts
-- severity: critical
-- label_zh: 各维度的分项之和等于合计
-- Over units, types and applicant kinds: the known members alone must add up to what happened in the territory.
WITH parts AS (
    SELECT '统计单位' AS dimension, month, basis, sum(applications + publications + grants) AS number
    FROM main.monthly_counts
    SEMI JOIN inputs.units USING (unit_code, unit_name)
    GROUP BY ALL
    UNION ALL
    SELECT '专利类型' AS dimension, month, basis, sum(applications + publications + grants) AS number
    FROM main.monthly_counts
    WHERE patent_type IN ('invention', 'utility_model', 'design')
    GROUP BY ALL
    UNION ALL
    SELECT '申请人类型' AS dimension, month, basis, sum(applications + publications + grants) AS number
    FROM main.monthly_counts
    WHERE applicant_kind IN ('企业', '大专院校', '科研单位', '机关团体', '个人', '未分类')
    GROUP BY ALL
),

totals AS (
    SELECT dimension, counting_month AS month, basis, sum(number) AS number
    FROM inputs.counted_events
    CROSS JOIN (VALUES ('统计单位'), ('专利类型'), ('申请人类型')) AS dimensions (dimension)
    GROUP BY ALL
    HAVING sum(number) > 0
)

SELECT concat(month, ' ', basis, ' 按', dimension, '相加为', coalesce(parts.number, 0), ',合计为', coalesce(totals.number, 0), '。')
        AS message
FROM parts
FULL JOIN totals USING (dimension, month, basis)
WHERE parts.number IS DISTINCT FROM totals.number
