-- The rows of the touched patents known as of the day, under the identity they have now.
CREATE OR REPLACE TEMP VIEW scope_records AS
SELECT records.* REPLACE (coalesce(links.application_number, records.patent_id) AS patent_id)
FROM warehouse.records AS records
LEFT JOIN links ON records.application_number IS NULL AND records.publication_stem = links.publication_stem
WHERE records.known_on <= getvariable('as_of')
  AND records.patent_id IN (SELECT patent_id FROM touched);
