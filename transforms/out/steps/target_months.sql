-- Each target's months, in both readings, on the basis chosen for the month. Where no feed came, what other
-- months' feeds say about it is kept on the preferred basis: known, but not complete.
CREATE OR REPLACE TEMP TABLE step_target_months AS
WITH months AS (
    SELECT
        targets.target_id,
        targets.unit_code,
        targets.indicator,
        calendar.month,
        calendar.year,
        calendar.month_number,
        known.basis AS known_basis,
        coalesce(known.basis, targets.preferred_basis) AS basis
    FROM step_targets AS targets
    JOIN step_calendar AS calendar ON calendar.year BETWEEN targets.from_year AND targets.to_year
    LEFT JOIN step_month_basis AS known
        ON targets.indicator = known.indicator AND calendar.month = known.month
    WHERE targets.accumulate = 'months'
),

-- a gazette is not passed down: its documents are read in their own month in both readings
readings AS (
    SELECT
        *,
        CASE
            WHEN basis = 'public_documents' OR reported_month IS NULL THEN counting_month
            ELSE reported_month
        END AS reading_month
    FROM step_indicator_months
),

-- a unit's rows start with the code of the whole, so one condition serves the city and each unit
by_counting_month AS (
    SELECT
        months.target_id,
        months.unit_code,
        months.month,
        sum(readings.numerator) AS numerator,
        sum(readings.denominator) AS denominator
    FROM months
    JOIN readings
        ON months.indicator = readings.indicator
        AND months.month = readings.counting_month
        AND months.basis = readings.basis
        AND starts_with(readings.unit_code, months.unit_code)
    GROUP BY ALL
),

by_reported_month AS (
    SELECT
        months.target_id,
        months.unit_code,
        months.month,
        sum(readings.numerator) AS numerator,
        sum(readings.denominator) AS denominator
    FROM months
    JOIN readings
        ON months.indicator = readings.indicator
        AND months.month = readings.reading_month
        AND months.basis = readings.basis
        AND starts_with(readings.unit_code, months.unit_code)
    GROUP BY ALL
)

-- a known month without rows is a true zero; an unknown one is told apart by known_basis
SELECT
    months.target_id,
    months.unit_code,
    months.month,
    months.year,
    months.month_number,
    months.known_basis,
    coalesce(counted.numerator, 0) AS numerator,
    coalesce(counted.denominator, 0) AS denominator,
    coalesce(reported.numerator, 0) AS numerator_reported,
    coalesce(reported.denominator, 0) AS denominator_reported
FROM months
LEFT JOIN by_counting_month AS counted USING (target_id, unit_code, month)
LEFT JOIN by_reported_month AS reported USING (target_id, unit_code, month)
