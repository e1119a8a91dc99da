SELECT 1 + greatest(
    coalesce((SELECT max(sequence) FROM warehouse.deliveries), 0),
    coalesce((SELECT max(sequence) FROM warehouse.corrections), 0)
);
