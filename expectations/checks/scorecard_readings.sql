-- check: scorecard_readings
-- suite: scorecard
-- severity: critical
-- label_zh: 下发月口径数由专利事件重新计得
-- DECISIONS 2: the same events by the month in which they were passed down; published documents in their own month.
WITH events AS (
    SELECT
        event,
        CASE basis WHEN 'receipt_records' THEN reported_month ELSE counting_month END AS month,
        basis,
        unit_code,
        patent_type,
        sum(number) AS number
    FROM inputs.counted_events
    WHERE event IN ('application', 'grant')
    GROUP BY ALL
),

counted AS (
    SELECT events.*
    FROM events
    LEFT JOIN (FROM main.month_bases WHERE is_standing) AS standing USING (event, month)
    -- a month that rows were passed down with, though nothing of it came
    WHERE events.basis = coalesce(standing.basis, 'receipt_records')
),

again AS (
    SELECT
        scored.month,
        scored.target_id,
        scored.unit_code,
        coalesce(sum(counted.number), 0) AS number,
        coalesce(sum(counted.number) FILTER (counted.patent_type = 'invention'), 0) AS inventions
    FROM main.scorecard AS scored
    LEFT JOIN counted
        ON counted.event = CASE WHEN scored.target_id = 'patent_grants' THEN 'grant' ELSE 'application' END
        AND counted.month BETWEEN left(scored.month, 4) || '-01' AND scored.month
        AND starts_with(counted.unit_code, scored.unit_code)
    WHERE scored.target_id IN ('patent_applications', 'invention_share', 'patent_grants')
    GROUP BY ALL
)

SELECT concat(month, ' ', target_id, ' ', unit_code, ' 下发月口径记为 ', scored.value_by_reported_month, ',重新计得 ', number, '。') AS message
FROM again
JOIN main.scorecard AS scored USING (month, target_id, unit_code)
WHERE
    scored.obs_status <> 'missing'
    AND scored.value_by_reported_month IS DISTINCT FROM CASE
        WHEN target_id = 'invention_share' THEN inventions / nullif(number, 0) ELSE CAST(number AS DOUBLE)
    END
