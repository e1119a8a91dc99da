INSERT INTO warehouse.records BY NAME
SELECT row_key AS record_order, $sequence AS sequence, $added_in AS added_in, $known_on AS known_on, basis,
       sheet, row_number, patent_id, publication_number, publication_stem, patent_type, title,
       filed_on, accepted_on, application_on, application_month, publication_on, grant_on,
       first_applicant, applicant_kind, address, postcode,
       unit_code, unit_name, location_rule, location_confidence, in_territory, suggested_unit_code, ipc_main, locarno
FROM batch;
