-- 标题: 发明专利申请占比逐月
-- 说明: 当年各月的申请量和发明申请量,以及年初至该月的累计占比;明细未到的月份数值为空,其他月份的明细已补来的计入累计。占比保留两位小数,四舍五入会越过目标线时向真实一侧取。
-- 参数 month 月份: 截至月份
WITH counted AS (
    SELECT
        month,
        sum(applications) AS applications,
        coalesce(sum(applications) FILTER (patent_type = 'invention'), 0) AS inventions
    FROM monthly_counts
    WHERE basis = 'receipt_records'
    GROUP BY month
),

-- months whose feed of applications came; the others are not zero
known AS (
    SELECT month FROM month_bases WHERE event = 'application' AND is_standing AND is_known
),

scored AS (
    SELECT month, obs_status, target_value
    FROM scorecard
    WHERE target_id = 'invention_share' AND length(unit_code) = (SELECT min(length(unit_code)) FROM scorecard)
),

numbers AS (SELECT unnest(range(1, CAST(right($month, 2) AS BIGINT) + 1)) AS month_number),

months AS (
    SELECT
        month_number,
        month,
        known.month IS NOT NULL AS is_known,
        coalesce(applications, 0) AS applications,
        coalesce(inventions, 0) AS inventions,
        obs_status,
        target_value
    FROM (SELECT month_number, printf('%s-%02d', left($month, 4), month_number) AS month FROM numbers)
    LEFT JOIN known USING (month)
    LEFT JOIN counted USING (month)
    LEFT JOIN scored USING (month)
),

-- what other months' feeds say of a month without its own is part of the year to date, as in the scorecard
to_date AS (
    SELECT
        *,
        count_if(is_known) OVER (ORDER BY month) = month_number AS is_complete,
        CASE WHEN is_known THEN sum(applications) OVER (ORDER BY month) END AS applications_to_date,
        CASE WHEN is_known THEN sum(inventions) OVER (ORDER BY month) END AS inventions_to_date
    FROM months
)

SELECT
    month AS 月份,
    CASE WHEN is_known THEN applications END AS 当月申请,
    CASE WHEN is_known THEN inventions END AS 当月发明,
    applications_to_date AS 累计申请,
    inventions_to_date AS 累计发明,
    CASE
        WHEN NOT is_known OR applications_to_date = 0 THEN NULL
        WHEN inventions_to_date / applications_to_date < coalesce(target_value, 0.1)
            AND (20000 * inventions_to_date // applications_to_date + 1) // 2 / 100 >= 100 * coalesce(target_value, 0.1)
            THEN 10000 * inventions_to_date // applications_to_date / 100
        ELSE (20000 * inventions_to_date // applications_to_date + 1) // 2 / 100
    END AS "累计占比(%)",
    100 * target_value AS "目标(%)",
    CASE
        WHEN NOT is_known THEN '数据未到'
        WHEN NOT is_complete THEN '部分月份数据未到'
        WHEN obs_status = 'provisional' THEN '初步数'
        WHEN obs_status = 'revised' THEN '修订数'
        WHEN obs_status = 'final' THEN '终审数'
    END AS 数据状态
FROM to_date
ORDER BY month
