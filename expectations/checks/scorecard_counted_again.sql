-- check: scorecard_counted_again
-- suite: scorecard
-- severity: critical
-- label_zh: 分子分母由专利事件重新计得
-- Year to date = sum of months, each counted straight from the events on the basis that stands for it (DECISIONS 1, 6, 7, 8).
WITH measures AS (
    SELECT * FROM (VALUES
        ('patent_applications', 'application', false), ('invention_share', 'application', true), ('patent_grants', 'grant', false)
    ) AS measures (indicator, event, is_share)
),

events AS (
    SELECT event, counting_month AS month, basis, unit_code, patent_type, sum(number) AS number
    FROM inputs.counted_events
    JOIN inputs.release AS release ON left(counting_month, 4) = left(release.month, 4)
    WHERE event IN ('application', 'grant')
    GROUP BY ALL
),

again AS (
    SELECT
        scored.month,
        scored.target_id,
        scored.unit_code,
        any_value(measures.is_share) AS is_share,
        coalesce(sum(events.number), 0) AS number,
        coalesce(sum(events.number) FILTER (events.patent_type = 'invention'), 0) AS inventions,
        coalesce(bool_or(bases.is_known AND bases.month = scored.month), false) AS is_known
    FROM main.scorecard AS scored
    JOIN measures USING (indicator)
    LEFT JOIN main.month_bases AS bases
        ON bases.is_standing
        AND bases.event = measures.event
        AND bases.month BETWEEN left(scored.month, 4) || '-01' AND scored.month
    LEFT JOIN events
        ON events.event = bases.event
        AND events.month = bases.month
        AND events.basis = bases.basis
        AND starts_with(events.unit_code, scored.unit_code)
    GROUP BY ALL
)

SELECT
    concat(
        month, ' ', target_id, ' ', unit_code, ' 记为 ', concat_ws('/', scored.numerator, scored.denominator), ',重新计得 ',
        concat_ws('/', CASE WHEN is_share THEN inventions ELSE number END, CASE WHEN is_share THEN number END),
        CASE WHEN NOT is_known THEN '(数据未到,应为空)' ELSE '' END, '。'
    ) AS message
FROM again
JOIN main.scorecard AS scored USING (month, target_id, unit_code)
WHERE
    scored.numerator IS DISTINCT FROM CASE WHEN is_known THEN CASE WHEN is_share THEN inventions ELSE number END END
    OR scored.denominator IS DISTINCT FROM CASE WHEN is_known AND is_share THEN number END
