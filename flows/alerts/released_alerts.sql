INSERT INTO inputs.released_alerts BY NAME
SELECT
    * EXCLUDE (filename),
    regexp_extract(filename, '(\d{4}-\d{2})\.\d+/tables/', 1) AS release_month,
    CAST(regexp_extract(filename, '\d{4}-\d{2}\.(\d+)/tables/', 1) AS INTEGER) AS revision
FROM read_parquet($files, filename = true, union_by_name = true)
