INSERT INTO warehouse.removals
SELECT $sequence, record_order, $known_on, $order, $correction, 'correction'
FROM (
    SELECT record_order FROM warehouse.records
    WHERE sequence = $sequence AND sheet = $sheet AND row_number = $row_number
    UNION ALL
    SELECT record_order FROM warehouse.enterprise_records
    WHERE sequence = $sequence AND sheet = $sheet AND row_number = $row_number
    UNION ALL
    SELECT record_order FROM warehouse.deductions
    WHERE sequence = $sequence AND sheet = $sheet AND row_number = $row_number
)
WHERE record_order NOT IN (SELECT record_order FROM warehouse.removals WHERE record_order IS NOT NULL);
