-- Patents with something after the release's month, under every identity their rows carry.
CREATE OR REPLACE TEMP TABLE touched AS
WITH later AS (
    SELECT patent_id FROM base_tables.events WHERE counting_month > getvariable('month')
)
SELECT patent_id FROM later
UNION
SELECT publication_stem FROM links WHERE application_number IN (SELECT patent_id FROM later);
