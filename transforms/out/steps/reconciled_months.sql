-- Counts that published tables also give (`measure`), each known month on its basis, in both readings.
CREATE OR REPLACE TEMP TABLE step_reconciled_months AS
SELECT indicators.official_measure AS measure, indicators.event, known.month, known.basis
FROM step_indicators AS indicators
JOIN step_month_basis AS known USING (indicator)
WHERE indicators.official_measure IS NOT NULL AND indicators.measure = 'count' AND indicators.accumulate = 'months';

CREATE OR REPLACE TEMP TABLE step_own_figures AS
WITH readings AS (
    SELECT
        *,
        CASE
            WHEN basis = 'public_documents' OR reported_month IS NULL THEN counting_month
            ELSE reported_month
        END AS reading_month
    FROM step_event_totals
),

both_readings AS (
    SELECT months.measure, months.month, unit_code, patent_type, events AS counted, 0 AS reported
    FROM readings
    JOIN step_reconciled_months AS months
        ON readings.event = months.event
        AND readings.basis = months.basis
        AND readings.counting_month = months.month
    UNION ALL
    SELECT months.measure, months.month, unit_code, patent_type, 0 AS counted, events AS reported
    FROM readings
    JOIN step_reconciled_months AS months
        ON readings.event = months.event
        AND readings.basis = months.basis
        AND readings.reading_month = months.month
)

SELECT measure, month, unit_code, patent_type, sum(counted) AS counted, sum(reported) AS reported
FROM both_readings
GROUP BY ALL
