-- The events that stand, each with the first applicant, kind, address and unit of the row that reported it first:
-- the one row of a patent that only one tells of ...
CREATE OR REPLACE TEMP VIEW single_rows AS
SELECT CASE WHEN application_month IS NOT NULL THEN 'application' WHEN publication_on IS NOT NULL THEN 'publication' ELSE 'grant' END AS event,
       scope.* EXCLUDE (removal_order)
FROM scope ANTI JOIN several USING (patent_id)
WHERE application_month IS NOT NULL OR publication_on IS NOT NULL OR grant_on IS NOT NULL;

-- ... and the first that stands of those that several tell of, where its applicant is by the first that says so.
CREATE OR REPLACE TEMP VIEW several_rows AS
SELECT first_reports.event,
       records.* REPLACE (
           first_reports.patent_id AS patent_id, placed.address AS address, placed.postcode AS postcode,
           placed.unit_code AS unit_code, placed.unit_name AS unit_name, placed.location_rule AS location_rule,
           placed.location_confidence AS location_confidence, placed.in_territory AS in_territory,
           placed.suggested_unit_code AS suggested_unit_code
       )
FROM first_reports
JOIN warehouse.records AS records USING (record_order)
JOIN warehouse.records AS placed ON placed.record_order = coalesce(first_reports.placed_order, first_reports.record_order);

CREATE OR REPLACE TEMP MACRO events_of(told) AS TABLE
SELECT rows.* EXCLUDE (application_on, application_month, publication_on, grant_on, sequence, added_in, known_on),
       CASE event WHEN 'application' THEN application_on WHEN 'publication' THEN publication_on ELSE grant_on END AS event_on,
       CASE event WHEN 'application' THEN application_month WHEN 'publication' THEN strftime(publication_on, '%Y-%m')
            ELSE strftime(grant_on, '%Y-%m') END AS counting_month,
       coalesce(deliveries.feed_month, strftime(deliveries.received_on, '%Y-%m')) AS reported_month,
       deliveries.delivery_id
FROM query_table(told) AS rows
JOIN warehouse.deliveries AS deliveries ON deliveries.sequence = rows.sequence;
