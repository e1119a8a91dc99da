-- What each month said when it was first published: a value that differs now is a revised one.
INSERT INTO inputs.previous_scorecard
SELECT month, target_id, unit_code, value
FROM read_parquet($files, filename = true)
WHERE month = regexp_extract(filename, '(\d{4}-\d{2})\.1/tables/', 1);
