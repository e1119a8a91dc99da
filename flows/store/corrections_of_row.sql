-- The corrections of one row that were carried out, the first one first.
SELECT correction_id
FROM warehouse.corrections
WHERE corrected_sequence = $sequence AND sheet = $sheet AND row_number = $row_number
ORDER BY sequence;
