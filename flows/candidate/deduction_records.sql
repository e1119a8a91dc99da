-- Lines of deduction lists; one about an application that is counted after the release's month is not yet spoken of.
CREATE OR REPLACE TABLE inputs.deduction_records AS
WITH removed AS (
    SELECT removed_sequence, record_order FROM warehouse.removals WHERE removed_on <= getvariable('as_of')
),
removed_deliveries AS (
    SELECT removed_sequence FROM removed WHERE record_order IS NULL
),
removed_rows AS (
    SELECT record_order FROM removed WHERE record_order IS NOT NULL
),
counted AS (
    SELECT patent_id FROM main.patent_events WHERE event = 'application' AND basis = 'receipt_records'
),
counted_later AS (
    SELECT patent_id FROM warehouse.records
    WHERE application_month > $month AND known_on <= getvariable('as_of')
      AND sequence NOT IN (FROM removed_deliveries) AND record_order NOT IN (FROM removed_rows)
    EXCEPT
    FROM counted
)
SELECT deliveries.delivery_id, deductions.sheet, deductions.row_number, deductions.patent_id, deductions.reason,
       deductions.deducted_on, coalesce(deliveries.feed_month, strftime(deliveries.received_on, '%Y-%m')) AS reported_month,
       deliveries.received_on, deductions.known_on, deductions.record_order
FROM warehouse.deductions AS deductions
JOIN warehouse.deliveries AS deliveries USING (sequence)
WHERE deductions.known_on <= getvariable('as_of')
  AND deductions.sequence NOT IN (FROM removed_deliveries)
  AND deductions.record_order NOT IN (FROM removed_rows)
  AND deductions.patent_id NOT IN (FROM counted_later);
