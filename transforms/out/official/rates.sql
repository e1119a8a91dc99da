-- Printed growth rates and shares fit the counts beside them, to one unit of the last digit printed (offices round, some
-- cut). A growth on a base of none says nothing. A workbook may hold 0.155 where it shows 15.5%.
INSERT INTO step_official_problems
WITH counts AS (FROM step_official_numbers WHERE reading = 'count'),

rates AS (
    SELECT *, pow(10, -len(regexp_extract(printed, '\.(\d+)', 1))) AS last_digit
    FROM step_official_numbers
    WHERE reading <> 'count'
),

computed AS (
    SELECT rates.number_id, rates.named, rates.printed, rates.value AS rate, last_digit, own.number_id AS count_id,
           own.value / nullif(base.value, 0) - CASE WHEN rates.reading = 'growth' THEN 1 ELSE 0 END AS expected
    FROM rates
    JOIN counts AS own USING (delivery_id, sheet, region, measure, period, type_key, kind_key)
    JOIN counts AS base
        ON rates.delivery_id = base.delivery_id AND rates.sheet = base.sheet AND rates.measure = base.measure
        AND rates.type_key = base.type_key
        AND CASE rates.reading
            WHEN 'growth' THEN base.region = rates.region AND base.kind_key = rates.kind_key
                AND base.period = 'same_period_last_year'
            WHEN 'share' THEN base.region = rates.region AND base.kind_key = '' AND base.period = rates.period
            WHEN 'share_of_total' THEN base.region = rates.total_region AND base.kind_key = '' AND base.period = rates.period
        END
)

SELECT count_id, format('{}为 {},算得 {:.2f}%', named, printed, expected * 100)
FROM computed
WHERE abs(rate - expected) > last_digit / 100 + 1e-9 AND abs(rate * 100 - expected) > last_digit + 1e-9
