-- `removal_order` says when a row stopped counting: its delivery was replaced, or the row was corrected.
CREATE OR REPLACE TEMP VIEW scope AS
SELECT scope_records.*, coalesce(of_row.removal_order, of_delivery.removal_order) AS removal_order
FROM scope_records
LEFT JOIN (
    SELECT removed_sequence, min(removal_order) AS removal_order
    FROM warehouse.removals
    WHERE record_order IS NULL AND removed_on <= getvariable('as_of')
    GROUP BY removed_sequence
) AS of_delivery ON scope_records.sequence = of_delivery.removed_sequence
LEFT JOIN (
    SELECT record_order, min(removal_order) AS removal_order
    FROM warehouse.removals
    WHERE record_order IS NOT NULL AND removed_on <= getvariable('as_of')
    GROUP BY record_order
) AS of_row ON scope_records.record_order = of_row.record_order;
