INSERT INTO warehouse.findings BY NAME
SELECT $sequence AS sequence, rows.sheet, rows.row_number, found.rule, found.severity, found.reason, originals.original
FROM found
JOIN batch AS rows USING (row_key)
LEFT JOIN originals USING (row_key);
