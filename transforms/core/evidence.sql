-- What each row of these patents reports, one line an event; a row that reports nothing does not exist.
CREATE OR REPLACE TEMP TABLE evidence AS
WITH reports AS (
    SELECT patent_id, basis, record_order, removal_order, application_month, publication_on, grant_on
    FROM scope SEMI JOIN several USING (patent_id)
)
SELECT patent_id, 'application' AS event, basis, record_order, removal_order FROM reports WHERE application_month IS NOT NULL
UNION ALL
SELECT patent_id, 'publication' AS event, basis, record_order, removal_order FROM reports WHERE publication_on IS NOT NULL
UNION ALL
SELECT patent_id, 'grant' AS event, basis, record_order, removal_order FROM reports WHERE grant_on IS NOT NULL;
