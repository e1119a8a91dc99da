-- A deduction acts on the application's own counting month (DECISIONS 13).
INSERT INTO changed_cells
SELECT $table_name, key, e.event, e.counting_month, e.unit_code, e.patent_type, e.applicant_kind, 'receipt_records'
FROM pairs WHERE is_change AND was_there AND e.effective
UNION
SELECT $table_name, key, l.event, l.counting_month, l.unit_code, l.patent_type, l.applicant_kind, 'receipt_records'
FROM pairs WHERE is_change AND is_there AND l.effective
