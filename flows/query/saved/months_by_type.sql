-- 标题: 逐月分类型申请量与上年对比
-- 说明: 当年各月的发明、实用新型、外观设计申请量和上年同月数(下发明细口径);当年未到明细的月份为空。
-- 参数 month 月份: 截至月份
WITH counted AS (
    SELECT
        CAST(left(month, 4) AS INTEGER) AS year,
        right(month, 2) AS month_number,
        patent_type,
        sum(applications) AS applications
    FROM monthly_counts
    WHERE basis = 'receipt_records' AND right(month, 2) <= right($month, 2)
    GROUP BY ALL
),

missing_months AS (
    SELECT DISTINCT right(month, 2) AS month_number
    FROM scorecard
    WHERE target_id = 'patent_applications' AND obs_status = 'missing' AND left(month, 4) = left($month, 4)
),

month_numbers AS (
    SELECT printf('%02d', unnest(range(1, CAST(right($month, 2) AS BIGINT) + 1))) AS month_number
)

SELECT
    left($month, 4) || '-' || month_numbers.month_number AS 月份,
    CASE WHEN missing_months.month_number IS NULL THEN
        coalesce(sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER)), 0)
    END AS 申请量,
    coalesce(sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER) - 1), 0) AS 上年同月,
    CASE WHEN missing_months.month_number IS NULL THEN
        coalesce(sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER) AND patent_type = 'invention'), 0)
    END AS 发明,
    coalesce(sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER) - 1 AND patent_type = 'invention'), 0)
        AS 上年发明,
    CASE WHEN missing_months.month_number IS NULL THEN
        coalesce(
            sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER) AND patent_type = 'utility_model'), 0
        )
    END AS 实用新型,
    coalesce(
        sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER) - 1 AND patent_type = 'utility_model'), 0
    ) AS 上年实用新型,
    CASE WHEN missing_months.month_number IS NULL THEN
        coalesce(sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER) AND patent_type = 'design'), 0)
    END AS 外观设计,
    coalesce(sum(applications) FILTER (year = CAST(left($month, 4) AS INTEGER) - 1 AND patent_type = 'design'), 0)
        AS 上年外观设计
FROM month_numbers
LEFT JOIN counted ON month_numbers.month_number = counted.month_number
LEFT JOIN missing_months ON month_numbers.month_number = missing_months.month_number
GROUP BY month_numbers.month_number, missing_months.month_number
ORDER BY 月份
