-- What each row reports, one line an event; a row that reports nothing does not exist.
CREATE OR REPLACE TEMP TABLE evidence AS
SELECT patent_id, 'application' AS event, basis, record_order, removal_order FROM scope WHERE application_month IS NOT NULL
UNION ALL
SELECT patent_id, 'publication' AS event, basis, record_order, removal_order FROM scope WHERE publication_on IS NOT NULL
UNION ALL
SELECT patent_id, 'grant' AS event, basis, record_order, removal_order FROM scope WHERE grant_on IS NOT NULL;
