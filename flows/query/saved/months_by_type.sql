-- 标题: 逐月分类型申请量与上年对比
-- 说明: 当年各月的发明、实用新型、外观设计申请量和上年同月数(下发明细口径);未到明细的月份为空(当年和上年都是);上年计数规则不同的不比,上年数为空。
-- 参数 month 月份: 截至月份
WITH counted AS (
    SELECT
        CAST(left($month, 4) AS INTEGER) - CAST(left(month, 4) AS INTEGER) AS years_ago,
        right(month, 2) AS month_number,
        patent_type,
        sum(applications) AS applications
    FROM monthly_counts
    WHERE basis = 'receipt_records' AND right(month, 2) <= right($month, 2)
    GROUP BY ALL
),

-- months whose feed of applications came; the others are not zero
known AS (
    SELECT month FROM month_bases WHERE event = 'application' AND is_standing AND is_known
),

months AS (
    SELECT
        printf('%02d', number) AS month_number,
        (SELECT count(DISTINCT counting_rule) = 1
         FROM counting_rules
         WHERE
             series = 'applications'
             AND from_year <= CAST(left($month, 4) AS INTEGER)
             AND to_year >= CAST(left($month, 4) AS INTEGER) - 1) AS is_comparable
    FROM range(1, CAST(right($month, 2) AS BIGINT) + 1) AS numbers (number)
),

-- both years' four columns of each month, where there is something to show
figures AS (
    SELECT
        months.month_number,
        years.years_ago,
        coalesce(sum(applications), 0) AS applications,
        coalesce(sum(applications) FILTER (patent_type = 'invention'), 0) AS inventions,
        coalesce(sum(applications) FILTER (patent_type = 'utility_model'), 0) AS utility_models,
        coalesce(sum(applications) FILTER (patent_type = 'design'), 0) AS designs
    FROM months
    CROSS JOIN (SELECT unnest([0, 1]) AS years_ago) AS years
    LEFT JOIN counted
        ON months.month_number = counted.month_number AND years.years_ago = counted.years_ago
    WHERE
        printf('%d-%s', CAST(left($month, 4) AS INTEGER) - years.years_ago, months.month_number) IN (SELECT month FROM known)
        AND (years.years_ago = 0 OR is_comparable)
    GROUP BY months.month_number, years.years_ago
)

SELECT
    left($month, 4) || '-' || months.month_number AS 月份,
    this_year.applications AS 申请量,
    last_year.applications AS 上年同月,
    this_year.inventions AS 发明,
    last_year.inventions AS 上年发明,
    this_year.utility_models AS 实用新型,
    last_year.utility_models AS 上年实用新型,
    this_year.designs AS 外观设计,
    last_year.designs AS 上年外观设计
FROM months
LEFT JOIN figures AS this_year ON months.month_number = this_year.month_number AND this_year.years_ago = 0
LEFT JOIN figures AS last_year ON months.month_number = last_year.month_number AND last_year.years_ago = 1
ORDER BY 月份
