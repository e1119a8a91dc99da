-- Every correction that was carried out, and the row it put right in words for people.
SELECT corrections.correction_id, concat_ws(' ', deliveries.file_name, nullif(corrections.sheet, ''), '第' || corrections.row_number || '行')
FROM warehouse.corrections AS corrections
JOIN warehouse.deliveries AS deliveries ON deliveries.sequence = corrections.corrected_sequence;
