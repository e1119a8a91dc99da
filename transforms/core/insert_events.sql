-- Events up to the variable `month`, with the columns of their patents beside them (flows/store/derived.sql).
-- The only row of a patent that one row tells of leads it and says all there is.
INSERT INTO base_tables.events BY NAME
SELECT patent_id, event, event_on, counting_month, reported_month, basis, patent_type, first_applicant, applicant_kind, address,
       postcode, unit_code, unit_name, location_rule, location_confidence, suggested_unit_code, in_territory,
       delivery_id, sheet, row_number,
       true AS is_leading, publication_number, title, filed_on, accepted_on,
       CASE WHEN event = 'publication' THEN event_on END AS published_on,
       CASE WHEN event = 'grant' THEN event_on END AS granted_on,
       ipc_main, locarno, basis AS bases
FROM events_of('single_rows')
WHERE counting_month <= getvariable('month');

-- Of several, the application leads, else the grant (DESIGN 8): its applicant, address and unit are the patent's.
-- Columns that do not count are filled from the first row that has them, a replacing or mended one in the place of what it
-- replaces.
INSERT INTO base_tables.events BY NAME
WITH ranked AS (
    SELECT *,
           CASE event WHEN 'application' THEN 10 WHEN 'grant' THEN 20 WHEN 'publication' THEN 30 END
           + CASE basis WHEN 'receipt_records' THEN 1 WHEN 'public_documents' THEN 2 WHEN 'department_report' THEN 3 END AS rank
    FROM events_of('several_rows')
    WHERE counting_month <= getvariable('month')
),
dated AS (
    SELECT patent_id, min(rank) AS rank,
           arg_min(publication_number, rank) FILTER (event = 'grant') AS granted_number,
           arg_min(publication_number, rank) FILTER (event = 'publication') AS published_number,
           arg_min(event_on, rank) FILTER (event = 'publication') AS published_on,
           arg_min(event_on, rank) FILTER (event = 'grant') AS granted_on,
           string_agg(DISTINCT basis, '; ' ORDER BY basis) AS bases
    FROM ranked
    GROUP BY patent_id
),
described AS (
    SELECT scope.patent_id,
           -- but for the number of a document of a later month
           arg_min(scope.publication_number, standing_order) FILTER (
               coalesce(strftime(least(scope.publication_on, scope.grant_on), '%Y-%m') <= getvariable('month'), true)
           ) AS any_number,
           arg_min(title, standing_order) AS title,
           arg_min(filed_on, standing_order) AS filed_on,
           arg_min(accepted_on, standing_order) AS accepted_on,
           arg_min(ipc_main, standing_order) AS ipc_main,
           arg_min(locarno, standing_order) AS locarno
    FROM scope
    JOIN reports USING (record_order)
    WHERE scope.removal_order IS NULL
    GROUP BY scope.patent_id
),
leaders AS (
    SELECT true AS is_leading, dated.* EXCLUDE (granted_number, published_number), described.* EXCLUDE (patent_id, any_number),
           coalesce(granted_number, published_number, any_number) AS publication_number
    FROM dated JOIN described USING (patent_id)
)
SELECT ranked.patent_id, event, event_on, counting_month, reported_month, basis, patent_type, first_applicant, applicant_kind,
       address, postcode, unit_code, unit_name, location_rule, location_confidence, suggested_unit_code, in_territory,
       delivery_id, sheet, row_number,
       coalesce(leaders.is_leading, false) AS is_leading, leaders.publication_number, leaders.title, leaders.filed_on,
       leaders.accepted_on, leaders.published_on, leaders.granted_on, leaders.ipc_main, leaders.locarno, leaders.bases
FROM ranked LEFT JOIN leaders USING (patent_id, rank);
