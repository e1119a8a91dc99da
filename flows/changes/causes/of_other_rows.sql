-- A row of a file reads otherwise, though nothing became of it, because of another about the same application: it is new, its
-- file was replaced, or it changed itself. Such are the lines of deduction lists and warnings of a conflict.
INSERT INTO causes
WITH unexplained AS (
    SELECT * FROM changed_rows ANTI JOIN causes USING (table_name, key)
    WHERE table_name IN ('deductions', 'row_warnings')
),
listed AS (
    SELECT sequence, sheet, row_number, patent_id FROM warehouse.records
    UNION ALL
    SELECT sequence, sheet, row_number, patent_id FROM warehouse.deductions
),
lines AS (
    SELECT DISTINCT unexplained.table_name, unexplained.key, unexplained.listed_under, listed.patent_id
    FROM unexplained
    JOIN warehouse.deliveries AS deliveries USING (delivery_id)
    JOIN listed ON listed.sequence = deliveries.sequence
        AND listed.sheet = unexplained.sheet AND listed.row_number = unexplained.row_number
),
of_application AS (
    SELECT records.patent_id, brought.cause
    FROM warehouse.records AS records
    JOIN brought USING (added_in)
    UNION
    SELECT listed.patent_id, replaced_deliveries.cause
    FROM listed
    JOIN warehouse.deliveries AS deliveries USING (sequence)
    JOIN replaced_deliveries USING (delivery_id)
    UNION
    SELECT deductions.patent_id, causes.cause
    FROM causes
    JOIN changed_rows USING (table_name, key)
    JOIN later.main.deductions AS deductions USING (delivery_id, sheet, row_number)
    WHERE causes.table_name = 'deductions'
)
SELECT DISTINCT lines.table_name, lines.key, lines.listed_under, of_application.cause
FROM lines JOIN of_application USING (patent_id);
