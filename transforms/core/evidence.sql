-- What each row of these patents reports. `is_placed`: the row says where its applicant is, or leaves it blank where its
-- file gives addresses. A file without any (Google's export) says nothing of it, and contradicts nobody.
-- A replacing file, or a row that a correction mended, speaks in the place of what it replaces: its reports stand where
-- the first ones of the replaced stood (DECISIONS 4, 5), so that a later month's copy does not take their place, and a
-- mended row comes before the rows below it in its file.
CREATE OR REPLACE TEMP TABLE reports AS
WITH RECURSIVE replaced AS (
    SELECT removed_sequence, max(sequence) AS sequence
    FROM warehouse.removals
    WHERE record_order IS NULL AND removed_on <= getvariable('as_of')
    GROUP BY removed_sequence
),
followed AS (
    SELECT removed_sequence AS first_sequence, sequence FROM replaced
    UNION
    SELECT followed.first_sequence, replaced.sequence FROM followed JOIN replaced ON followed.sequence = replaced.removed_sequence
),
last_replacing AS (
    SELECT first_sequence AS sequence, max(sequence) AS last_sequence FROM followed GROUP BY first_sequence
),
without_addresses AS (
    SELECT sequence
    FROM warehouse.records
    WHERE added_in = sequence
      AND sequence IN (SELECT sequence FROM scope SEMI JOIN several USING (patent_id) WHERE address IS NULL)
    GROUP BY sequence
    HAVING count(address) = 0
),
told AS (
    SELECT patent_id, basis, record_order, removal_order, application_month, publication_on, grant_on,
           address IS NOT NULL OR location_rule = 'correction' OR sequence NOT IN (FROM without_addresses) AS is_placed,
           min(record_order) OVER (PARTITION BY patent_id, sequence, sheet, row_number) AS row_order,
           coalesce(last_replacing.last_sequence, scope.sequence) AS last_sequence
    FROM scope SEMI JOIN several USING (patent_id)
    LEFT JOIN last_replacing USING (sequence)
)
SELECT * EXCLUDE (row_order, last_sequence),
       {
           'first': min(record_order) OVER (PARTITION BY patent_id, last_sequence),
           'row': row_order,
           'own': record_order
       } AS standing_order
FROM told;

-- The same, one line an event; a row that reports nothing does not exist.
CREATE OR REPLACE TEMP TABLE evidence AS
SELECT patent_id, 'application' AS event, basis, record_order, removal_order, is_placed, standing_order
FROM reports WHERE application_month IS NOT NULL
UNION ALL
SELECT patent_id, 'publication' AS event, basis, record_order, removal_order, is_placed, standing_order
FROM reports WHERE publication_on IS NOT NULL
UNION ALL
SELECT patent_id, 'grant' AS event, basis, record_order, removal_order, is_placed, standing_order
FROM reports WHERE grant_on IS NOT NULL;
