SELECT max(sequence) FROM (
    SELECT max(sequence) AS sequence FROM warehouse.deliveries
    UNION ALL
    SELECT max(sequence) FROM warehouse.corrections
);
