-- Two identities that became one (DESIGN 6): the publication number that stood alone is gone, some row carries both.
CREATE OR REPLACE TEMP TABLE merges AS
WITH by_publication AS (
    SELECT DISTINCT patent_id FROM changed_patents WHERE starts_with(patent_id, 'CN')
),
gone AS (
    SELECT patent_id FROM by_publication
    ANTI JOIN (SELECT patent_id FROM later.main.patents SEMI JOIN by_publication USING (patent_id)) USING (patent_id)
),
links AS (
    SELECT gone.patent_id AS publication, arg_min(records.application_number, records.record_order) AS application
    FROM gone
    JOIN warehouse.records AS records ON records.publication_stem = gone.patent_id
    WHERE records.application_number IS NOT NULL AND records.known_on <= getvariable('as_of')
    GROUP BY gone.patent_id
)
SELECT unnest([publication, application]) AS patent_id, '案件合并:' || publication || '与' || application || '为同一件' AS cause
FROM links;

INSERT INTO causes
SELECT changed_patents.table_name, changed_patents.key, changed_patents.listed_under, merges.cause
FROM changed_patents JOIN merges USING (patent_id);

-- Patents that a new row tells of, under either of their numbers: it may have filled what was blank.
CREATE OR REPLACE TEMP TABLE told_anew AS
WITH unexplained AS (
    SELECT DISTINCT patent_id FROM changed_patents ANTI JOIN causes USING (table_name, key)
),
identities AS (
    SELECT patent_id, patent_id AS reported_as FROM unexplained
    UNION
    SELECT records.patent_id, records.publication_stem
    FROM warehouse.records AS records
    WHERE records.patent_id IN (SELECT patent_id FROM unexplained) AND records.publication_stem IS NOT NULL
)
SELECT DISTINCT identities.patent_id, brought.cause
FROM identities
JOIN warehouse.records AS records ON records.patent_id = identities.reported_as
JOIN brought USING (added_in);

-- An event that had no address may have been given one.
INSERT INTO causes
SELECT events.table_name, events.key, events.listed_under, told_anew.cause
FROM changed_patents AS events
ANTI JOIN causes USING (table_name, key)
JOIN told_anew USING (patent_id)
WHERE events.table_name = 'patent_events' AND events.patent_id IN (
    SELECT patent_id
    FROM earlier.main.patent_events AS before
    JOIN later.main.patent_events AS after USING (patent_id, event, basis)
    WHERE before.address IS NULL AND after.address IS NOT NULL AND patent_id IN (SELECT patent_id FROM told_anew)
);

-- Nothing that came explains an event: the same rows are read in another way.
INSERT INTO causes
SELECT events.table_name, events.key, events.listed_under, getvariable('otherwise')
FROM changed_patents AS events
ANTI JOIN causes USING (table_name, key)
WHERE events.table_name = 'patent_events';

-- A patent changes because its events do ...
INSERT INTO causes
SELECT DISTINCT patents.table_name, patents.key, patents.listed_under, causes.cause
FROM changed_patents AS patents
JOIN changed_patents AS events USING (patent_id)
JOIN causes ON causes.table_name = events.table_name AND causes.key = events.key
WHERE patents.table_name = 'patents' AND events.table_name = 'patent_events';

-- ... or because a new row filled what was blank.
INSERT INTO causes
SELECT patents.table_name, patents.key, patents.listed_under, told_anew.cause
FROM changed_patents AS patents
ANTI JOIN causes USING (table_name, key)
JOIN told_anew USING (patent_id)
WHERE patents.table_name = 'patents';
