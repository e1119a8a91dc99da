-- check: scorecard_official
-- suite: scorecard
-- severity: critical
-- label_zh: 上级公布数出自上级的统计表
-- The figure of the region's own row from January to the month, where the tables agree and find no fault with it.
WITH figures AS (
    SELECT region AS unit_code, month, measure, patent_type, any_value(value) AS value
    FROM main.official_totals
    WHERE period = 'year_to_date' AND applicant_kind IS NULL AND problem IS NULL
    GROUP BY ALL
    HAVING count(DISTINCT value) = 1
),

wanted AS (
    SELECT * FROM (VALUES
        ('patent_applications', 'applications'), ('patent_grants', 'grants'), ('invention_share', 'applications')
    ) AS wanted (indicator, measure)
)

SELECT
    concat(
        scored.month, ' ', scored.target_id, ' ', scored.unit_code, ' 上级公布数写为 ', coalesce(CAST(official_value AS VARCHAR), '空'),
        ',统计表为 ', coalesce(concat_ws('/', CASE WHEN scored.indicator = 'invention_share' THEN inventions.value END, totals.value),
        '空'), '。'
    ) AS message
FROM main.scorecard AS scored
LEFT JOIN wanted USING (indicator)
LEFT JOIN figures AS totals
    ON scored.unit_code = totals.unit_code
    AND scored.month = totals.month
    AND wanted.measure = totals.measure
    AND totals.patent_type IS NULL
LEFT JOIN figures AS inventions
    ON scored.unit_code = inventions.unit_code
    AND scored.month = inventions.month
    AND wanted.measure = inventions.measure
    AND inventions.patent_type = 'invention'
WHERE
    (wanted.indicator IS NULL AND official_value IS NOT NULL)
    OR (wanted.indicator = 'invention_share' AND (official_value IS NULL) <> (nullif(totals.value, 0) IS NULL OR inventions.value IS NULL))
    OR (wanted.indicator = 'invention_share' AND abs(official_value * totals.value - inventions.value) > 1e-6)
    OR (wanted.indicator <> 'invention_share' AND official_value IS DISTINCT FROM totals.value)
