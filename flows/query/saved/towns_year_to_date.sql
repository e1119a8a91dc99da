-- 标题: 各镇(街道)本年累计与同比
-- 说明: 年初至所选月份各统计单位的申请量、其中发明、发明占比、同比和授权量。申请按下发明细、受理月份计;授权在有授权明细的月份按明细,没有的月份按公开文献。计数规则不同的年份不比。申请数据状态说明累计的各月受理明细是否收齐。
-- 参数 month 月份: 截至月份
WITH bounds AS (
    SELECT
        left($month, 4) || '-01' AS first_month,
        $month AS last_month,
        CAST(CAST(left($month, 4) AS INTEGER) - 1 AS VARCHAR) || '-01' AS first_month_before,
        CAST(CAST(left($month, 4) AS INTEGER) - 1 AS VARCHAR) || right($month, 3) AS last_month_before
),

-- the two years are compared where both are counted under one rule
comparable AS (
    SELECT count(DISTINCT rules.counting_rule) = 1 AS is_comparable
    FROM counting_rules AS rules
    CROSS JOIN bounds
    WHERE
        rules.series = 'applications'
        AND rules.from_year <= CAST(left(last_month, 4) AS INTEGER)
        AND rules.to_year >= CAST(left(last_month_before, 4) AS INTEGER)
),

-- a month's grants are read on one basis, never a union: the office's own feed, else public documents
grant_sources AS (
    SELECT DISTINCT deliveries.source
    FROM patent_events
    JOIN deliveries USING (delivery_id)
    WHERE patent_events.event = 'grant' AND patent_events.basis = 'receipt_records'
),

documented_months AS (
    SELECT DISTINCT month
    FROM monthly_counts
    WHERE basis = 'public_documents' AND grants > 0
    EXCEPT
    SELECT deliveries.month
    FROM deliveries
    JOIN grant_sources USING (source)
    WHERE state = 'accepted' AND coverage = 'month' AND basis = 'receipt_records'
),

counts AS (
    SELECT
        monthly_counts.unit_code,
        monthly_counts.unit_name,
        monthly_counts.patent_type,
        month BETWEEN first_month AND last_month AS is_this_year,
        month BETWEEN first_month_before AND last_month_before AS is_last_year,
        CASE WHEN basis = 'receipt_records' THEN applications ELSE 0 END AS applications,
        CASE
            WHEN basis = 'receipt_records' AND documented_months.month IS NULL THEN grants
            WHEN basis = 'public_documents' AND documented_months.month IS NOT NULL THEN grants
            ELSE 0
        END AS grants
    FROM monthly_counts
    CROSS JOIN bounds
    LEFT JOIN documented_months USING (month)
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
),

target AS (
    SELECT max(target_value) AS share, max(obs_status) AS obs_status
    FROM scorecard
    WHERE
        target_id = 'invention_share'
        AND month = $month
        AND length(unit_code) = (SELECT min(length(unit_code)) FROM scorecard)
)

-- a base under 10 shows the difference in pieces, a base of 0 a dash; a share is not rounded across the target
SELECT
    unit_name AS 统计单位,
    applications AS 申请量,
    inventions AS 其中发明,
    CASE
        WHEN applications = 0 THEN NULL
        WHEN inventions / applications < target.share
            AND round(100 * inventions / applications, 2) >= 100 * target.share
            THEN floor(10000 * inventions / applications) / 100
        ELSE round(100 * inventions / applications, 2)
    END AS "发明占比(%)",
    CASE WHEN is_comparable THEN applications_before END AS 上年同期申请量,
    CASE
        WHEN applications_before = 0 OR NOT is_comparable THEN '—'
        WHEN applications = applications_before THEN '持平'
        WHEN applications_before < 10 AND applications > applications_before
            THEN concat('增加', applications - applications_before, '件')
        WHEN applications_before < 10 THEN concat('减少', applications_before - applications, '件')
        WHEN applications > applications_before
            THEN printf('增长%.1f%%', 100 * (applications - applications_before) / applications_before)
        ELSE printf('下降%.1f%%', 100 * (applications_before - applications) / applications_before)
    END AS 申请量同比,
    grants AS 授权量,
    CASE target.obs_status
        WHEN 'missing' THEN '数据未到'
        WHEN 'truncated' THEN '部分月份数据未到'
        WHEN 'provisional' THEN '初步数'
        WHEN 'revised' THEN '修订数'
        WHEN 'final' THEN '终审数'
    END AS 申请数据状态
FROM units
CROSS JOIN target
CROSS JOIN comparable
ORDER BY unit_code NULLS FIRST
