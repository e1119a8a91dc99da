INSERT INTO warehouse.enterprise_records BY NAME
SELECT row_key AS record_order, $sequence AS sequence, $added_in AS added_in, $known_on AS known_on,
       sheet, row_number, name, former_name, uscc, uscc_valid, unit_code, unit_name, level, event, scheme,
       document_number, document_on, notice_on
FROM batch;
