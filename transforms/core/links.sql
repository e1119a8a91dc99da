-- Publication numbers that some row carries alone and another row together with an application number:
-- the two are one patent (DESIGN 6). The earliest row that carries both decides, unless it no longer counts.
CREATE OR REPLACE TEMP TABLE links AS
WITH alone AS (
    SELECT DISTINCT publication_stem FROM warehouse.records
    WHERE application_number IS NULL AND known_on <= getvariable('as_of')
)
SELECT publication_stem, arg_min(application_number, record_order) AS application_number
FROM warehouse.records
WHERE application_number IS NOT NULL
  AND known_on <= getvariable('as_of')
  AND publication_stem IN (SELECT publication_stem FROM alone)
  AND sequence NOT IN (
      SELECT removed_sequence FROM warehouse.removals WHERE record_order IS NULL AND removed_on <= getvariable('as_of')
  )
  AND record_order NOT IN (
      SELECT record_order FROM warehouse.removals WHERE record_order IS NOT NULL AND removed_on <= getvariable('as_of')
  )
GROUP BY publication_stem;
