SELECT deliveries.delivery_id, deliveries.file_name, findings.sheet, findings.row_number, findings.rule, findings.reason
FROM warehouse.findings AS findings
JOIN warehouse.deliveries AS deliveries ON findings.sequence = deliveries.sequence
WHERE findings.severity = 'warning' AND deliveries.known_on <= getvariable('as_of')
UNION ALL
SELECT deliveries.delivery_id, deliveries.file_name, conflicts.sheet, conflicts.row_number,
       'conflict_with_earlier_record' AS rule, conflicts.reason
FROM internal.conflicts AS conflicts
JOIN warehouse.deliveries AS deliveries ON conflicts.sequence = deliveries.sequence
