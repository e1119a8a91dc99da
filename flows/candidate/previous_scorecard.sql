-- Every number that a release of the year gave for a month: one that is another now is a revised one, also where it is back
-- at what was said first.
INSERT INTO inputs.previous_scorecard
SELECT DISTINCT month, target_id, unit_code, value
FROM read_parquet($files)
WHERE value IS NOT NULL;
