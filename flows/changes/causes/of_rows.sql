-- Causes of rows that stand in files: the file is new, was replaced, or the row was corrected.
CREATE OR REPLACE TEMP TABLE causes AS
SELECT changed_rows.table_name, changed_rows.key, changed_rows.listed_under,
       CASE changed_rows.table_name WHEN 'deductions' THEN '扣减:' || new_deliveries.file_name ELSE new_deliveries.cause END AS cause
FROM changed_rows JOIN new_deliveries USING (delivery_id)
UNION
SELECT changed_rows.table_name, changed_rows.key, changed_rows.listed_under, replaced_deliveries.cause
FROM changed_rows JOIN replaced_deliveries USING (delivery_id)
UNION
SELECT changed_rows.table_name, changed_rows.key, changed_rows.listed_under, corrected_rows.cause
FROM changed_rows JOIN corrected_rows USING (delivery_id, sheet, row_number);

-- A line of a firm that nothing of this touches goes or changes because a newer list tells of the firm in another way.
INSERT INTO causes
SELECT changed_rows.table_name, changed_rows.key, changed_rows.listed_under, new_deliveries.cause
FROM changed_rows
CROSS JOIN new_deliveries
JOIN warehouse.deliveries AS lists USING (sequence)
WHERE changed_rows.table_name = 'demonstration_enterprises'
  AND lists.table_name = 'enterprises'
  AND NOT EXISTS (FROM causes WHERE causes.table_name = changed_rows.table_name AND causes.key = changed_rows.key);
