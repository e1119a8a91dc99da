INSERT INTO warehouse.official_records BY NAME
SELECT row_key AS record_order, $sequence AS sequence, $added_in AS added_in, $known_on AS known_on,
       sheet, row_number, region, region_name, part_of, adds_up, total_region, month, unnest(cells, recursive := true)
FROM batch;
