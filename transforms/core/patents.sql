-- One row an application. Applicant, address and unit are those of its application event, else of its grant (DESIGN 8);
-- columns that do not count are filled from the earliest row that has them.
-- Events after the month of the variable `month` are not looked at.
INSERT INTO patents BY NAME
SELECT patent_id, application_number, publication_number, patent_type, title, filed_on, accepted_on,
       CASE WHEN event = 'publication' THEN event_on END AS published_on,
       CASE WHEN event = 'grant' THEN event_on END AS granted_on,
       first_applicant, applicant_kind, address, postcode, unit_code, unit_name, in_territory, ipc_main, locarno,
       basis AS bases
FROM events_of('single_rows')
WHERE counting_month <= getvariable('month');

INSERT INTO patents BY NAME
WITH related AS (
    SELECT * FROM events_of('several_rows')
    WHERE counting_month <= getvariable('month')
),
ranked AS (
    SELECT *,
           CASE event WHEN 'application' THEN 10 WHEN 'grant' THEN 20 WHEN 'publication' THEN 30 END
           + CASE basis WHEN 'receipt_records' THEN 1 WHEN 'public_documents' THEN 2 WHEN 'department_report' THEN 3 END AS rank
    FROM related
),
placed AS (
    SELECT DISTINCT ON (patent_id)
           patent_id, patent_type, first_applicant, applicant_kind, address, postcode, unit_code, unit_name, in_territory
    FROM ranked
    ORDER BY patent_id, rank
),
dated AS (
    SELECT patent_id,
           arg_min(publication_number, rank) FILTER (event = 'grant') AS granted_number,
           arg_min(publication_number, rank) FILTER (event = 'publication') AS published_number,
           arg_min(event_on, rank) FILTER (event = 'publication') AS published_on,
           arg_min(event_on, rank) FILTER (event = 'grant') AS granted_on,
           string_agg(DISTINCT basis, '; ' ORDER BY basis) AS bases
    FROM ranked
    GROUP BY patent_id
),
described AS (
    SELECT patent_id,
           arg_min(application_number, record_order) AS application_number,
           arg_min(publication_number, record_order) AS publication_number,
           arg_min(title, record_order) AS title,
           arg_min(filed_on, record_order) AS filed_on,
           arg_min(accepted_on, record_order) AS accepted_on,
           arg_min(ipc_main, record_order) AS ipc_main,
           arg_min(locarno, record_order) AS locarno
    FROM scope
    WHERE removal_order IS NULL AND patent_id IN (SELECT patent_id FROM several)
    GROUP BY patent_id
)
SELECT placed.*, application_number,
       coalesce(granted_number, published_number, publication_number) AS publication_number,
       title, filed_on, accepted_on, published_on, granted_on, ipc_main, locarno, bases
FROM placed JOIN dated USING (patent_id) JOIN described USING (patent_id);
