-- check: scorecard_enterprises_again
-- suite: scorecard
-- severity: critical
-- label_zh: 新增示范企业由企业事项重新计得
-- Firms (家) with a title won this year and not revoked by the month's end; titles (家次) beside them.
WITH asked AS (
    SELECT
        month,
        target_id,
        unit_code,
        unit_code NOT IN (SELECT unit_code FROM inputs.units) AS is_whole
    FROM main.scorecard
    WHERE target_id IN ('new_demonstration_enterprises', 'new_provincial_demonstration_enterprises')
),

-- a firm whose unit is not known counts for the whole, never for a unit
titles AS (
    SELECT asked.*, enterprises.enterprise_id, enterprises.level
    FROM asked
    LEFT JOIN main.demonstration_enterprises AS enterprises
        ON enterprises.is_new
        AND strftime(enterprises.event_on, '%Y-%m') BETWEEN left(asked.month, 4) || '-01' AND asked.month
        AND coalesce(strftime(enterprises.revoked_on, '%Y-%m'), '9999-12') > asked.month
        AND (asked.target_id <> 'new_provincial_demonstration_enterprises' OR enterprises.level = '省级')
        AND CASE
            WHEN enterprises.unit_code IS NULL THEN asked.is_whole ELSE starts_with(enterprises.unit_code, asked.unit_code)
        END
),

again AS (
    SELECT
        month,
        target_id,
        unit_code,
        count(DISTINCT enterprise_id) AS firms,
        count(DISTINCT (enterprise_id, level)) FILTER (enterprise_id IS NOT NULL) AS titles
    FROM titles
    GROUP BY ALL
)

SELECT
    concat(month, ' ', target_id, ' ', unit_code, ' 记为', scored.numerator, '家、', scored.titles, '家次,重新计得', again.firms, '家、',
           again.titles, '家次。') AS message
FROM again
JOIN main.scorecard AS scored USING (month, target_id, unit_code)
WHERE
    scored.obs_status <> 'missing'
    AND (scored.numerator IS DISTINCT FROM again.firms OR scored.titles IS DISTINCT FROM again.titles)
