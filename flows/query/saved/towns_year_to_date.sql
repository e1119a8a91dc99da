-- 标题: 各镇(街道)本年累计与同比
-- 说明: 年初至所选月份各统计单位的申请量、其中发明、发明占比、同比和授权量(下发明细口径,受理日计月)。
-- 参数 month 月份: 截至月份
WITH bounds AS (
    SELECT
        left($month, 4) || '-01' AS first_month,
        $month AS last_month,
        CAST(CAST(left($month, 4) AS INTEGER) - 1 AS VARCHAR) || '-01' AS first_month_before,
        CAST(CAST(left($month, 4) AS INTEGER) - 1 AS VARCHAR) || right($month, 3) AS last_month_before
),

counts AS (
    SELECT
        monthly_counts.*,
        month BETWEEN first_month AND last_month AS is_this_year,
        month BETWEEN first_month_before AND last_month_before AS is_last_year
    FROM monthly_counts
    CROSS JOIN bounds
    WHERE basis = 'receipt_records'
),

units AS (
    SELECT
        unit_code,
        coalesce(unit_name, '全市') AS unit_name,
        coalesce(sum(applications) FILTER (is_this_year), 0) AS applications,
        coalesce(sum(applications) FILTER (is_this_year AND patent_type = 'invention'), 0) AS inventions,
        coalesce(sum(applications) FILTER (is_last_year), 0) AS applications_before,
        coalesce(sum(grants) FILTER (is_this_year), 0) AS grants
    FROM counts
    GROUP BY GROUPING SETS ((unit_code, unit_name), ())
)

-- a base under 10 shows the difference in pieces, a base of 0 a dash (year on year is no percentage there)
SELECT
    unit_name AS 统计单位,
    applications AS 申请量,
    inventions AS 其中发明,
    round(100 * inventions / nullif(applications, 0), 2) AS "发明占比(%)",
    applications_before AS 上年同期申请量,
    CASE
        WHEN applications_before = 0 THEN '—'
        WHEN applications = applications_before THEN '持平'
        WHEN applications_before < 10 AND applications > applications_before
            THEN concat('增加', applications - applications_before, '件')
        WHEN applications_before < 10 THEN concat('减少', applications_before - applications, '件')
        WHEN applications > applications_before
            THEN printf('增长%.1f%%', 100 * (applications - applications_before) / applications_before)
        ELSE printf('下降%.1f%%', 100 * (applications_before - applications) / applications_before)
    END AS 申请量同比,
    grants AS 授权量
FROM units
ORDER BY unit_code NULLS FIRST
