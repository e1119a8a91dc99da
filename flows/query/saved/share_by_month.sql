-- 标题: 发明专利申请占比逐月
-- 说明: 当年各月的申请量和发明申请量,以及年初至该月的累计占比;明细未到的月份数值为空。占比保留两位小数,四舍五入会越过目标线时向真实一侧取。
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

scored AS (
    SELECT month, obs_status, target_value
    FROM scorecard
    WHERE target_id = 'invention_share' AND length(unit_code) = (SELECT min(length(unit_code)) FROM scorecard)
),

months AS (
    SELECT
        month,
        CASE WHEN coalesce(obs_status, '') <> 'missing' THEN coalesce(applications, 0) END AS applications,
        CASE WHEN coalesce(obs_status, '') <> 'missing' THEN coalesce(inventions, 0) END AS inventions,
        obs_status,
        target_value
    FROM counted
    FULL JOIN scored USING (month)
    WHERE month BETWEEN left($month, 4) || '-01' AND $month
),

to_date AS (
    SELECT
        *,
        sum(applications) OVER (ORDER BY month) AS applications_to_date,
        sum(inventions) OVER (ORDER BY month) AS inventions_to_date
    FROM months
)

SELECT
    month AS 月份,
    applications AS 当月申请,
    inventions AS 当月发明,
    applications_to_date AS 累计申请,
    inventions_to_date AS 累计发明,
    CASE
        WHEN applications IS NULL THEN NULL
        WHEN inventions_to_date / applications_to_date < target_value
            AND round(100 * inventions_to_date / applications_to_date, 2) >= 100 * target_value
            THEN floor(10000 * inventions_to_date / applications_to_date) / 100
        ELSE round(100 * inventions_to_date / applications_to_date, 2)
    END AS "累计占比(%)",
    100 * target_value AS "目标(%)",
    CASE obs_status
        WHEN 'missing' THEN '数据未到'
        WHEN 'truncated' THEN '部分月份数据未到'
        WHEN 'provisional' THEN '初步数'
        WHEN 'revised' THEN '修订数'
        WHEN 'final' THEN '终审数'
    END AS 数据状态
FROM to_date
ORDER BY month
