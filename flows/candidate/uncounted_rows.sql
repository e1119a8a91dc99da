-- What came down and was not counted, for the reconciliation. Rows of replaced files and corrected rows speak no more.
CREATE OR REPLACE TABLE inputs.uncounted_rows AS
WITH removals AS (
    SELECT * FROM warehouse.removals WHERE removed_on <= getvariable('as_of')
),
feeds AS (
    SELECT sequence, delivery_id, events, coalesce(feed_month, strftime(received_on, '%Y-%m')) AS reported_month
    FROM warehouse.deliveries
    WHERE state = 'accepted' AND basis = 'receipt_records' AND table_name = 'records' AND known_on <= getvariable('as_of')
      AND sequence NOT IN (SELECT removed_sequence FROM removals WHERE record_order IS NULL)
),
-- the type digit of the number, where the original shows one; the number itself is not to be trusted
set_aside AS (
    SELECT DISTINCT sequence, sheet, row_number,
           regexp_extract(original, '(?:19|20)\d\d ?([12389]) ?\d{7}', 1) AS type_digit
    FROM warehouse.findings
    WHERE severity = 'set_aside' AND sequence IN (SELECT sequence FROM feeds)
),
repeated AS (
    SELECT record_order FROM internal.repeats
    UNION
    SELECT record_order FROM internal.conflicts
)
SELECT 'quarantined' AS cause, unnest(feeds.events) AS event, feeds.reported_month, NULL::VARCHAR AS patent_id,
       CASE WHEN type_digit IN ('1', '8') THEN 'invention' WHEN type_digit IN ('2', '9') THEN 'utility_model'
            WHEN type_digit = '3' THEN 'design' END AS patent_type,
       NULL::VARCHAR AS unit_code, feeds.delivery_id, set_aside.sheet, set_aside.row_number
FROM set_aside
JOIN feeds USING (sequence)
UNION ALL
-- a feed reports one event a row
SELECT 'repeat' AS cause, unnest(feeds.events) AS event, feeds.reported_month, records.patent_id, records.patent_type,
       records.unit_code, feeds.delivery_id, records.sheet, records.row_number
FROM warehouse.records AS records
JOIN feeds USING (sequence)
WHERE records.record_order IN (SELECT record_order FROM repeated)
  AND records.record_order NOT IN (SELECT record_order FROM removals WHERE record_order IS NOT NULL);
