-- The only pass over patent_events: both month readings at once, so that all later steps work on
-- some thousands of groups whatever the number of events.
CREATE OR REPLACE TEMP TABLE step_event_totals AS
SELECT
    counting_month,
    reported_month,
    event,
    unit_code,
    patent_type,
    applicant_kind,
    basis,
    count(*) AS events
FROM main.patent_events
WHERE in_territory AND counting_month <= (SELECT month FROM step_release)
GROUP BY ALL
