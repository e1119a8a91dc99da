CREATE SCHEMA IF NOT EXISTS inputs;

CREATE OR REPLACE TABLE inputs.units AS FROM unit_rows;

CREATE OR REPLACE TABLE inputs.targets AS FROM target_rows;

CREATE OR REPLACE TABLE inputs.delivered_feeds AS
SELECT unnest(events) AS event, feed_month AS month, basis, delivery_id
FROM warehouse.deliveries
WHERE state = 'accepted' AND coverage = 'month' AND known_on <= getvariable('as_of')
UNION ALL
-- a list of enterprises counts as delivered even when it names none
SELECT 'enterprise_list' AS event, strftime(received_on, '%Y-%m') AS month, basis, delivery_id
FROM warehouse.deliveries
WHERE state = 'accepted' AND table_name = 'enterprises' AND known_on <= getvariable('as_of');

CREATE OR REPLACE TABLE inputs.enterprise_records AS
SELECT deliveries.delivery_id, records.* EXCLUDE (sequence, added_in)
FROM warehouse.enterprise_records AS records
JOIN warehouse.deliveries AS deliveries ON records.sequence = deliveries.sequence
WHERE records.known_on <= getvariable('as_of')
  AND records.record_order NOT IN (
      SELECT record_order FROM warehouse.removals WHERE record_order IS NOT NULL AND removed_on <= getvariable('as_of')
  );

CREATE OR REPLACE TABLE inputs.official_records AS
SELECT deliveries.delivery_id, deliveries.source, deliveries.file_name, records.* EXCLUDE (record_order, sequence, added_in)
FROM warehouse.official_records AS records
JOIN warehouse.deliveries AS deliveries USING (sequence)
WHERE records.known_on <= getvariable('as_of')
  AND sequence NOT IN (
      SELECT removed_sequence FROM warehouse.removals WHERE record_order IS NULL AND removed_on <= getvariable('as_of')
  );

CREATE OR REPLACE TABLE inputs.previous_scorecard (month VARCHAR, target_id VARCHAR, unit_code VARCHAR, value DOUBLE);
