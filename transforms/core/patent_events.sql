INSERT INTO derived.main.patent_events BY NAME
SELECT patent_id, event, event_on, counting_month, reported_month, basis, patent_type, first_applicant, applicant_kind, address,
       unit_code, unit_name, location_rule, location_confidence, suggested_unit_code, in_territory, delivery_id, sheet, row_number
FROM (FROM events_of('single_rows') UNION ALL FROM events_of('several_rows'));
