-- The first row that stands for each event on each basis (DECISIONS 3, 4), and the first of them that says where its
-- applicant is: what a file without addresses leaves open is filled.
CREATE OR REPLACE TEMP TABLE first_reports AS
SELECT patent_id, event, basis, arg_min(record_order, standing_order) AS record_order,
       arg_min(record_order, standing_order) FILTER (is_placed) AS placed_order
FROM evidence
WHERE removal_order IS NULL
GROUP BY patent_id, event, basis;
