-- Lines of deduction lists; one about an application that is counted after the release's month is not yet spoken of.
CREATE OR REPLACE TABLE inputs.deduction_records AS
SELECT deliveries.delivery_id, deductions.sheet, deductions.row_number, deductions.patent_id, deductions.reason,
       deductions.deducted_on, coalesce(deliveries.feed_month, strftime(deliveries.received_on, '%Y-%m')) AS reported_month,
       deliveries.received_on, deductions.known_on, deductions.record_order
FROM warehouse.deductions AS deductions
JOIN warehouse.deliveries AS deliveries USING (sequence)
WHERE deductions.known_on <= getvariable('as_of')
  AND deductions.sequence NOT IN (
      SELECT removed_sequence FROM warehouse.removals WHERE record_order IS NULL AND removed_on <= getvariable('as_of')
  )
  AND deductions.record_order NOT IN (
      SELECT record_order FROM warehouse.removals WHERE record_order IS NOT NULL AND removed_on <= getvariable('as_of')
  )
  AND (
      EXISTS (
          FROM main.patent_events AS counted
          WHERE counted.patent_id = deductions.patent_id AND counted.event = 'application' AND counted.basis = 'receipt_records'
      )
      OR NOT EXISTS (
          FROM warehouse.records AS later
          WHERE later.patent_id = deductions.patent_id AND later.application_month > $month
            AND later.known_on <= getvariable('as_of')
      )
  );
