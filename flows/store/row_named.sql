-- The row a correction names: by file, sheet and row number, or the standing application row of a number.
WITH standing AS (
    SELECT records.sequence, records.sheet, records.row_number, records.application_number, records.record_order
    FROM warehouse.records AS records
    WHERE records.application_month IS NOT NULL
      AND records.application_number = $application_number
      AND records.sequence NOT IN (SELECT removed_sequence FROM warehouse.removals WHERE record_order IS NULL)
      AND records.record_order NOT IN (SELECT record_order FROM warehouse.removals WHERE record_order IS NOT NULL)
    ORDER BY records.record_order
    LIMIT 1
),
rows_kept AS (
    SELECT sequence, sheet, row_number FROM warehouse.records
    UNION
    SELECT sequence, sheet, row_number FROM warehouse.enterprise_records
    UNION
    SELECT sequence, sheet, row_number FROM warehouse.deductions
    UNION
    SELECT sequence, sheet, row_number FROM warehouse.findings WHERE severity = 'set_aside'
)
SELECT deliveries.delivery_id, standing.sheet, standing.row_number
FROM standing
JOIN warehouse.deliveries AS deliveries USING (sequence)
UNION
SELECT deliveries.delivery_id, rows_kept.sheet, rows_kept.row_number
FROM rows_kept
JOIN warehouse.deliveries AS deliveries USING (sequence)
WHERE deliveries.file_name = $file_name
  AND rows_kept.row_number = $row_number
  AND ($sheet IS NULL OR rows_kept.sheet = $sheet);
