-- The only pass over patent_events: both month readings at once, so that all later steps work on
-- some thousands of groups whatever the number of events. A deduction takes its application out of the month in
-- which it was counted, and in the other reading out of the month that reported the deduction (DECISIONS 13).
CREATE OR REPLACE TEMP TABLE step_event_totals AS
WITH counted AS (
    SELECT counting_month, reported_month, event, unit_code, patent_type, applicant_kind, basis, count(*) AS events
    FROM main.patent_events
    WHERE in_territory AND counting_month <= (SELECT month FROM step_release)
    GROUP BY ALL
    UNION ALL
    SELECT
        counting_month,
        reported_month,
        event,
        unit_code,
        patent_type,
        applicant_kind,
        'receipt_records' AS basis,
        -count(*) AS events
    FROM main.deductions
    WHERE effective
    GROUP BY ALL
)

SELECT * EXCLUDE (events), CAST(sum(events) AS BIGINT) AS events
FROM counted
GROUP BY ALL
