-- A line of a deduction list acts otherwise because of a new row about the application it names, or because another line
-- about it came or went.
INSERT INTO causes
WITH lines AS (
    SELECT changed_rows.table_name, changed_rows.key, changed_rows.listed_under, deductions.patent_id
    FROM changed_rows
    JOIN later.main.deductions AS deductions USING (delivery_id, sheet, row_number)
    WHERE changed_rows.table_name = 'deductions'
),
unexplained AS (
    SELECT * FROM lines ANTI JOIN causes USING (table_name, key)
),
of_application AS (
    SELECT records.patent_id, brought.cause
    FROM warehouse.records AS records
    JOIN brought USING (added_in)
    WHERE records.patent_id IN (SELECT patent_id FROM unexplained)
    UNION
    SELECT listed.patent_id, replaced_deliveries.cause
    FROM warehouse.deductions AS listed
    JOIN warehouse.deliveries AS deliveries USING (sequence)
    JOIN replaced_deliveries USING (delivery_id)
    UNION
    SELECT lines.patent_id, causes.cause FROM lines JOIN causes USING (table_name, key)
)
SELECT DISTINCT unexplained.table_name, unexplained.key, unexplained.listed_under, of_application.cause
FROM unexplained JOIN of_application USING (patent_id);
