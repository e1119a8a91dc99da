INSERT INTO judged
SELECT rows.sheet, rows.row_number, found.rule, found.severity, found.reason, originals.original
FROM found
JOIN judged_rows AS rows USING (row_key)
LEFT JOIN originals USING (row_key);
