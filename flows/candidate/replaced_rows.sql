-- When each published table came: what a later replacement changed is not in it.
CREATE OR REPLACE TABLE inputs.published_tables AS
SELECT delivery_id, received_on
FROM warehouse.deliveries
WHERE state = 'accepted' AND basis = 'official_aggregate' AND known_on <= getvariable('as_of');

-- Applications and grants that a replacing file no longer has (-1), and those that it has beside (+1).
CREATE OR REPLACE TABLE inputs.replaced_rows AS
WITH replacements AS (
    SELECT removals.removed_sequence, removals.sequence, removals.removed_on, deliveries.events,
           coalesce(deliveries.feed_month, strftime(deliveries.received_on, '%Y-%m')) AS reported_month
    FROM warehouse.removals AS removals
    JOIN warehouse.deliveries AS deliveries ON removals.removed_sequence = deliveries.sequence
    WHERE removals.record_order IS NULL AND removals.removed_on <= getvariable('as_of')
      AND deliveries.basis = 'receipt_records' AND deliveries.table_name = 'records'
),
files AS (
    SELECT sequence, removed_sequence AS file, -1 AS effect, removed_on, events, reported_month FROM replacements
    UNION
    SELECT sequence, sequence AS file, 1 AS effect, removed_on, events, reported_month FROM replacements
),
file_rows AS (
    SELECT files.*, records.patent_id, records.patent_type, records.unit_code, records.sheet, records.row_number,
           records.record_order
    FROM warehouse.records AS records
    JOIN files ON records.sequence = files.file
    WHERE records.in_territory AND records.known_on <= getvariable('as_of')
)
-- an application that is on both sides has not changed; a new row that only repeats another adds none
SELECT only_one.effect, unnest(only_one.events) AS event, only_one.reported_month, only_one.removed_on AS replaced_on,
       only_one.patent_id, only_one.patent_type, only_one.unit_code, deliveries.delivery_id, only_one.sheet, only_one.row_number
FROM file_rows AS only_one
JOIN warehouse.deliveries AS deliveries ON only_one.file = deliveries.sequence
WHERE NOT EXISTS (
    FROM file_rows AS other
    WHERE other.sequence = only_one.sequence AND other.patent_id = only_one.patent_id AND other.effect <> only_one.effect
)
  AND (only_one.effect < 0 OR only_one.record_order NOT IN (SELECT record_order FROM internal.repeats));
