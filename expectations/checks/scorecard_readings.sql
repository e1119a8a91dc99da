-- check: scorecard_readings
-- suite: scorecard
-- severity: critical
-- label_zh: 下发月口径数由专利事件重新计得
-- DECISIONS 2: the same events by the month in which they were passed down; published documents in their own month.
WITH feeds AS (
    SELECT DISTINCT month, event FROM inputs.delivered_feeds WHERE basis = 'receipt_records'
),

documented AS (
    SELECT DISTINCT counting_month AS month, event
    FROM inputs.counted_events
    WHERE event = 'grant' AND basis = 'public_documents'
),

events AS (
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
    LEFT JOIN feeds USING (event, month)
    LEFT JOIN documented USING (event, month)
    WHERE basis = CASE WHEN feeds.month IS NULL AND documented.month IS NOT NULL THEN 'public_documents' ELSE 'receipt_records' END
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
