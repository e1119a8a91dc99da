-- What the warehouse took in that the earlier release did not know: files, replacements, corrections.
CREATE OR REPLACE TEMP TABLE new_deliveries AS
SELECT delivery_id, sequence, basis, table_name, coverage, events, feed_month, file_name,
       CASE WHEN relation = 'replaces' THEN '替换文件:' ELSE '新到文件:' END || file_name AS cause
FROM warehouse.deliveries
WHERE state = 'accepted' AND known_on <= getvariable('as_of')
  AND delivery_id NOT IN (SELECT delivery_id FROM earlier.main.deliveries WHERE state = 'accepted');

-- What a file says though it has no rows (DECISIONS 6): a feed of its month and the year to date, a list of firms or a
-- published table of any month.
CREATE OR REPLACE TEMP TABLE new_feeds AS
SELECT unnest(events) AS event, feed_month AS month, cause FROM new_deliveries WHERE coverage = 'month'
UNION ALL
SELECT 'enterprise_list', NULL, cause FROM new_deliveries WHERE table_name = 'enterprises'
UNION ALL
SELECT 'published_figure', NULL, cause FROM new_deliveries WHERE basis = 'official_aggregate';

CREATE OR REPLACE TEMP TABLE replaced_deliveries AS
SELECT replaced.delivery_id, '替换文件:' || new_deliveries.file_name AS cause
FROM warehouse.removals AS removals
JOIN new_deliveries USING (sequence)
JOIN warehouse.deliveries AS replaced ON replaced.sequence = removals.removed_sequence
WHERE removals.record_order IS NULL;

CREATE OR REPLACE TEMP TABLE new_corrections AS
SELECT applied.sequence, coalesce(written.cause, '更正') AS cause
FROM warehouse.corrections AS applied
LEFT JOIN (
    SELECT unnest(getvariable('correction_ids')) AS correction_id, unnest(getvariable('correction_causes')) AS cause
) AS written USING (correction_id)
WHERE NOT list_contains(getvariable('known_corrections'), applied.correction_id);

-- what a row's `added_in` leads to
CREATE OR REPLACE TEMP VIEW brought AS
SELECT sequence AS added_in, cause FROM new_deliveries
UNION ALL
SELECT sequence, cause FROM new_corrections;

-- the row a correction took out and the one it put in stand in the same place of the same file
CREATE OR REPLACE TEMP TABLE corrected_rows AS
WITH written AS (
    SELECT sequence, sheet, row_number, added_in AS correction FROM warehouse.records
    WHERE added_in IN (SELECT sequence FROM new_corrections)
    UNION
    SELECT sequence, sheet, row_number, added_in FROM warehouse.enterprise_records
    WHERE added_in IN (SELECT sequence FROM new_corrections)
    UNION
    SELECT records.sequence, records.sheet, records.row_number, removals.sequence
    FROM warehouse.removals AS removals
    JOIN warehouse.records AS records USING (record_order)
    WHERE removals.sequence IN (SELECT sequence FROM new_corrections)
)
SELECT deliveries.delivery_id, written.sheet, written.row_number, new_corrections.cause
FROM written
JOIN new_corrections ON new_corrections.sequence = written.correction
JOIN warehouse.deliveries AS deliveries ON deliveries.sequence = written.sequence;
