-- The events that stand, each with the first applicant, kind, address and unit of the row that reported it first.
CREATE OR REPLACE TEMP VIEW touched_events AS
WITH standing AS (
    SELECT patent_id, event, basis, record_order FROM first_reports WHERE record_order IS NOT NULL
)
SELECT standing.patent_id, standing.event,
       CASE standing.event WHEN 'application' THEN records.application_on WHEN 'publication' THEN records.publication_on
            WHEN 'grant' THEN records.grant_on END AS event_on,
       CASE standing.event WHEN 'application' THEN records.application_month
            ELSE strftime(CASE standing.event WHEN 'publication' THEN records.publication_on ELSE records.grant_on END, '%Y-%m')
            END AS counting_month,
       coalesce(deliveries.feed_month, strftime(deliveries.received_on, '%Y-%m')) AS reported_month,
       standing.basis,
       records.* EXCLUDE (patent_id, basis, sequence, added_in, known_on, application_on, application_month, publication_on, grant_on),
       deliveries.delivery_id
FROM standing
JOIN warehouse.records AS records USING (record_order)
JOIN warehouse.deliveries AS deliveries ON deliveries.sequence = records.sequence;
