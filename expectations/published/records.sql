SELECT
    events.patent_id,
    events.event_on,
    events.patent_type,
    events.first_applicant,
    events.applicant_kind,
    events.basis,
    CASE WHEN events.event = 'application' THEN events.event_on END AS application_on,
    CASE WHEN events.event = 'application' THEN events.counting_month END AS application_month,
    CASE WHEN events.event = 'publication' THEN events.event_on END AS publication_on,
    CASE WHEN events.event = 'grant' THEN events.event_on END AS grant_on,
    deliveries.received_on,
    concat_ws(' ', events.patent_id, events.event, events.event_on) AS named
FROM main.patent_events AS events
LEFT JOIN main.deliveries AS deliveries USING (delivery_id)
