-- Events that the release known last counted and this one does not count in the same month any more.
INSERT INTO inputs.gone_events
WITH before AS (
    SELECT fallen.month, fallen.measure, events.*
    FROM known_last.main.patent_events AS events
    JOIN inputs.fallen_counts AS fallen
        ON events.counting_month = fallen.month
        AND events.basis = fallen.basis
        AND events.event || 's' = fallen.measure
    WHERE events.in_territory
),

gone AS (
    SELECT before.*
    FROM before
    ANTI JOIN (SELECT * FROM main.patent_events WHERE in_territory) AS events
        ON before.patent_id = events.patent_id
        AND before.event = events.event
        AND before.basis = events.basis
        AND before.counting_month = events.counting_month
),

removed AS (
    SELECT deliveries.delivery_id, removals.cause, records.sheet, records.row_number
    FROM warehouse.removals AS removals
    JOIN warehouse.deliveries AS deliveries ON removals.removed_sequence = deliveries.sequence
    LEFT JOIN warehouse.records AS records USING (record_order)
    WHERE removals.removed_on <= getvariable('as_of')
),

brought AS (
    SELECT delivery_id
    FROM warehouse.deliveries
    WHERE state = 'accepted' AND relation = 'replaces' AND known_on <= getvariable('as_of')
    EXCEPT
    SELECT delivery_id FROM known_last.main.deliveries WHERE state = 'accepted'
)

SELECT
    gone.month,
    gone.basis,
    gone.measure,
    gone.patent_id,
    CASE
        WHEN any_value(removed.cause) IS NOT NULL THEN any_value(removed.cause)
        -- known by its publication number alone until a row carried both numbers
        WHEN starts_with(gone.patent_id, 'CN') AND bool_or(starts_with(patents.publication_number, gone.patent_id)) THEN 'merge'
        -- counted without an address until a row of it named one elsewhere
        WHEN bool_or(gone.address IS NULL AND placed.address IS NOT NULL) THEN 'address'
        -- told again by a new file that replaces another, in whose place it speaks
        WHEN bool_or(placed.delivery_id IN (FROM brought)) THEN 'replaces'
        WHEN getvariable('reference_changed') THEN 'reference data'
    END AS reason
FROM gone
LEFT JOIN removed
    ON gone.delivery_id = removed.delivery_id
    AND (removed.row_number IS NULL OR (removed.sheet = gone.sheet AND removed.row_number = gone.row_number))
LEFT JOIN main.patent_events AS placed
    ON gone.patent_id = placed.patent_id AND gone.event = placed.event AND gone.basis = placed.basis
LEFT JOIN main.patents AS patents
    ON starts_with(gone.patent_id, 'CN') AND starts_with(patents.publication_number, gone.patent_id)
GROUP BY gone.month, gone.basis, gone.measure, gone.patent_id;

-- A deducted application stays among the events and stops counting.
INSERT INTO inputs.gone_events
SELECT fallen.month, fallen.basis, fallen.measure, deductions.patent_id, 'deduction' AS reason
FROM main.deductions AS deductions
JOIN inputs.fallen_counts AS fallen
    ON deductions.counting_month = fallen.month AND fallen.basis = 'receipt_records' AND fallen.measure = 'applications'
WHERE deductions.effective AND deductions.known_on > getvariable('known_last_as_of');
