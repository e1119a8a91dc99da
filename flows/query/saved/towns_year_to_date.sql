-- 标题: 各镇(街道)本年累计与同比
-- 说明: 年初至所选月份各统计单位的申请量、其中发明、发明占比、同比和授权量。申请按下发明细、受理月份计;授权在有授权明细的月份按明细,没有的月份按公开文献。计数规则不同、有月份数据未到的年份不比;所选月份数据未到的为空。数据状态说明累计的各月是否收齐。
-- 参数 month 月份: 截至月份
WITH bounds AS (
    SELECT
        left($month, 4) || '-01' AS first_month,
        $month AS last_month,
        CAST(CAST(left($month, 4) AS INTEGER) - 1 AS VARCHAR) || '-01' AS first_month_before,
        CAST(CAST(left($month, 4) AS INTEGER) - 1 AS VARCHAR) || right($month, 3) AS last_month_before,
        CAST(right($month, 2) AS INTEGER) AS length
),

-- the two years are compared where both are counted under one rule (and all months of both have come)
rules_of_both AS (
    SELECT count(DISTINCT rules.counting_rule) = 1 AS is_same_rule
    FROM counting_rules AS rules
    CROSS JOIN bounds
    WHERE
        rules.series = 'applications'
        AND rules.from_year <= CAST(left(last_month, 4) AS INTEGER)
        AND rules.to_year >= CAST(left(last_month_before, 4) AS INTEGER)
),

-- a month is read on one basis, never a union; one that is not known is not zero
standing AS (
    SELECT month, event, basis, is_known FROM month_bases WHERE is_standing
),

coverage AS (
    SELECT
        count_if(event = 'application' AND month = $month) > 0 AS is_known,
        count_if(event = 'application' AND month BETWEEN first_month AND last_month) = length AS is_complete,
        count_if(event = 'application' AND month BETWEEN first_month_before AND last_month_before) = length AS was_complete,
        count_if(event = 'grant' AND month = $month) > 0 AS grants_known,
        count_if(event = 'grant' AND month BETWEEN first_month AND last_month) = length AS grants_complete
    FROM bounds
    LEFT JOIN standing ON is_known AND month BETWEEN first_month_before AND last_month
    GROUP BY first_month, last_month, first_month_before, last_month_before, length
),

counts AS (
    SELECT
        monthly_counts.unit_code,
        monthly_counts.unit_name,
        monthly_counts.patent_type,
        month BETWEEN first_month AND last_month AS is_this_year,
        month BETWEEN first_month_before AND last_month_before AS is_last_year,
        CASE WHEN standing.event = 'application' THEN applications ELSE 0 END AS applications,
        CASE WHEN standing.event = 'grant' THEN grants ELSE 0 END AS grants
    FROM monthly_counts
    CROSS JOIN bounds
    LEFT JOIN standing USING (month, basis)
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

-- tenths of a per cent, half up; whole numbers, as a double may lie a little below the half
growth AS (
    SELECT *, (2000 * abs(applications - applications_before) // nullif(applications_before, 0) + 1) // 2 AS tenths
    FROM units
),

target AS (
    SELECT coalesce(max(target_value), 0.1) AS share, max(obs_status) AS obs_status
    FROM scorecard
    WHERE
        target_id = 'invention_share'
        AND month = $month
        AND length(unit_code) = (SELECT min(length(unit_code)) FROM scorecard)
)

-- a base under 10 shows the difference in pieces, a base of 0 a dash; a share is not rounded across the target
SELECT
    unit_name AS 统计单位,
    CASE WHEN is_known THEN applications END AS 申请量,
    CASE WHEN is_known THEN inventions END AS 其中发明,
    CASE
        WHEN applications = 0 OR NOT is_known THEN NULL
        WHEN inventions / applications < target.share
            AND (20000 * inventions // applications + 1) // 2 / 100 >= 100 * target.share
            THEN 10000 * inventions // applications / 100
        ELSE (20000 * inventions // applications + 1) // 2 / 100
    END AS "发明占比(%)",
    CASE WHEN is_same_rule AND was_complete THEN applications_before END AS 上年同期申请量,
    CASE
        WHEN applications_before = 0 OR NOT (is_same_rule AND is_complete AND was_complete) THEN '—'
        WHEN applications = applications_before THEN '持平'
        WHEN applications_before < 10 AND applications > applications_before
            THEN concat('增加', applications - applications_before, '件')
        WHEN applications_before < 10 THEN concat('减少', applications_before - applications, '件')
        ELSE concat(
            CASE WHEN applications > applications_before THEN '增长' ELSE '下降' END,
            CASE WHEN tenths = 0 THEN '不足0.1' ELSE concat(tenths // 10, '.', tenths % 10) END,
            '%'
        )
    END AS 申请量同比,
    CASE WHEN grants_known THEN grants END AS 授权量,
    CASE
        WHEN NOT is_known THEN '数据未到'
        WHEN NOT is_complete THEN '部分月份数据未到'
        WHEN target.obs_status = 'provisional' THEN '初步数'
        WHEN target.obs_status = 'revised' THEN '修订数'
        WHEN target.obs_status = 'final' THEN '终审数'
    END AS 申请数据状态,
    CASE
        WHEN NOT grants_known THEN '数据未到'
        WHEN NOT grants_complete THEN '部分月份数据未到'
    END AS 授权数据状态
FROM growth
CROSS JOIN target
CROSS JOIN rules_of_both
CROSS JOIN coverage
ORDER BY unit_code NULLS FIRST
