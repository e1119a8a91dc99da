INSERT INTO warehouse.deductions BY NAME
SELECT row_key AS record_order, $sequence AS sequence, $added_in AS added_in, $known_on AS known_on,
       sheet, row_number, patent_id, reason, deducted_on
FROM batch;
