-- The first row that stands for each event on each basis, and how many rows ever reported it (DECISIONS 3, 4).
CREATE OR REPLACE TEMP TABLE first_reports AS
SELECT patent_id, event, basis,
       min(record_order) FILTER (removal_order IS NULL) AS record_order,
       count(*) AS reports
FROM evidence
GROUP BY patent_id, event, basis;

CREATE OR REPLACE TEMP TABLE several AS
SELECT patent_id FROM first_reports GROUP BY patent_id HAVING count(*) > 1 OR sum(reports) > 1;
