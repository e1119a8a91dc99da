-- check: scorecard_no_feed
-- suite: scorecard
-- severity: critical
-- label_zh: 明细未到的月份为空,不为零
-- DECISIONS 6: no feed is not zero, and a year with a month missing is not carried as complete.
WITH judged AS (
    SELECT
        scored.month,
        scored.target_id,
        scored.unit_code,
        count(known.month) FILTER (known.month = scored.month) > 0 AS is_known,
        count(known.month) = CAST(right(any_value(scored.month), 2) AS INTEGER) AS is_complete
    FROM main.scorecard AS scored
    LEFT JOIN (FROM main.month_bases WHERE is_standing AND is_known) AS known
        ON known.event = CASE WHEN scored.indicator = 'patent_grants' THEN 'grant' ELSE 'application' END
        AND known.month BETWEEN left(scored.month, 4) || '-01' AND scored.month
    WHERE scored.indicator IN ('patent_applications', 'invention_share', 'patent_grants')
    GROUP BY ALL
)

SELECT concat(month, ' ', target_id, ' 的数据状态写为 ', scored.obs_status, ',当月明细', CASE WHEN is_known THEN '已到' ELSE '未到' END, '。')
        AS message
FROM judged
JOIN main.scorecard AS scored USING (month, target_id, unit_code)
WHERE
    (scored.obs_status = 'missing') <> NOT is_known
    OR (scored.obs_status = 'truncated') <> (is_known AND NOT is_complete)
    OR (scored.obs_status = 'missing' AND coalesce(scored.value, scored.numerator, scored.shortfall) IS NOT NULL)
