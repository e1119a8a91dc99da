-- After a correction a row may have moved from the rows set aside to the records, or back.
UPDATE warehouse.deliveries
SET rows_quarantined = (
        SELECT count(*) FROM (
            SELECT DISTINCT sheet, row_number FROM warehouse.findings WHERE sequence = $sequence AND severity = 'set_aside'
        )
    ),
    rows_recorded = rows_read - rows_out_of_scope - (
        SELECT count(*) FROM (
            SELECT DISTINCT sheet, row_number FROM warehouse.findings WHERE sequence = $sequence AND severity = 'set_aside'
        )
    )
WHERE sequence = $sequence;
