-- One row per month of the release's year and target: what was counted, in integers, and how complete it is.
CREATE OR REPLACE TEMP TABLE step_measured AS
WITH counted AS (
    SELECT
        target_id,
        unit_code,
        month,
        is_known,
        is_complete,
        basis,
        numerator,
        denominator,
        numerator_reported,
        denominator_reported,
        CAST(NULL AS BIGINT) AS titles
    FROM step_year_to_date
    WHERE year = (SELECT year FROM step_release)
    UNION ALL
    SELECT
        standings.target_id,
        standings.unit_code,
        standings.month,
        standings.is_known,
        standings.is_known AS is_complete,
        targets.preferred_basis AS basis,
        standings.items AS numerator,
        NULL AS denominator,
        NULL AS numerator_reported,
        NULL AS denominator_reported,
        standings.titles
    FROM step_standings AS standings
    JOIN step_targets AS targets USING (target_id, unit_code)
)

-- 以上 includes the number itself: every comparison with a target is >=, in integers
SELECT
    counted.* EXCLUDE (denominator, denominator_reported),
    CASE WHEN targets.measure = 'ratio' THEN denominator END AS denominator,
    CASE
        WHEN targets.measure = 'count' THEN CAST(numerator AS DOUBLE)
        WHEN targets.measure = 'ratio' THEN numerator / nullif(denominator, 0)
    END AS value,
    CASE
        WHEN targets.measure = 'count' THEN CAST(numerator_reported AS DOUBLE)
        WHEN targets.measure = 'ratio' THEN numerator_reported / nullif(denominator_reported, 0)
    END AS value_by_reported_month,
    CASE
        WHEN targets.measure = 'count' THEN numerator >= targets.target_value
        WHEN targets.measure = 'ratio' AND denominator > 0
            THEN targets.target_denominator * numerator >= targets.target_numerator * denominator
    END AS is_met,
    CASE
        WHEN targets.measure = 'count' THEN numerator_reported >= targets.target_value
        WHEN targets.measure = 'ratio' AND denominator_reported > 0
            THEN targets.target_denominator * numerator_reported >= targets.target_numerator * denominator_reported
    END AS is_met_by_reported_month,
    CASE
        WHEN targets.measure = 'count' THEN CAST(greatest(0, targets.target_value - numerator) AS BIGINT)
        WHEN targets.measure = 'ratio' THEN greatest(
            0,
            (
                targets.target_numerator * denominator - targets.target_denominator * numerator
                + targets.target_denominator - targets.target_numerator - 1
            ) // (targets.target_denominator - targets.target_numerator)
        )
    END AS shortfall
FROM counted
JOIN step_targets AS targets USING (target_id, unit_code)
