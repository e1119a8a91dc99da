-- The patents whose events may differ from what was derived up to $sequence:
-- those of new rows, of rows that stopped counting, and those that a publication number now ties to them, or did
-- until the row that carried both numbers stopped counting.
CREATE OR REPLACE TEMP TABLE touched AS
WITH new_removals AS (
    SELECT removed_sequence, record_order FROM warehouse.removals WHERE sequence > $sequence
),
removed AS (
    SELECT patent_id, publication_stem
    FROM warehouse.records
    WHERE sequence IN (SELECT removed_sequence FROM new_removals WHERE record_order IS NULL)
       OR record_order IN (SELECT record_order FROM new_removals WHERE record_order IS NOT NULL)
),
changed AS (
    SELECT patent_id, publication_stem FROM warehouse.records WHERE added_in > $sequence
    UNION ALL
    FROM removed
),
changed_applications AS (
    SELECT patent_id FROM changed
    UNION
    SELECT application_number FROM links WHERE publication_stem IN (SELECT publication_stem FROM changed)
)
SELECT patent_id FROM changed_applications
UNION
SELECT publication_stem FROM links WHERE application_number IN (SELECT patent_id FROM changed_applications)
UNION
SELECT publication_stem FROM removed WHERE publication_stem IS NOT NULL;
