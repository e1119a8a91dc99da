SELECT deliveries.delivery_id, deliveries.file_name, findings.sheet, findings.row_number, findings.rule, findings.reason,
       findings.original
FROM warehouse.findings AS findings
JOIN warehouse.deliveries AS deliveries ON findings.sequence = deliveries.sequence
WHERE findings.severity = 'set_aside' AND deliveries.known_on <= getvariable('as_of')
