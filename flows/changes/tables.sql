-- What the comparison of the attached releases `earlier` and `later` fills, table by table.
CREATE OR REPLACE TEMP TABLE lines (
    table_name VARCHAR, key VARCHAR, column_name VARCHAR, before VARCHAR, after VARCHAR
);

CREATE OR REPLACE TEMP TABLE changed_counts (table_name VARCHAR, rows_new BIGINT, rows_gone BIGINT, rows_changed BIGINT);

-- Where the rows that differ come from (both wordings), and the patent they are about: what causes are looked up by.
-- `listed_under` is the key of their line: their own, or that of a line which counts many.
CREATE OR REPLACE TEMP TABLE changed_rows (
    table_name VARCHAR, key VARCHAR, listed_under VARCHAR, delivery_id VARCHAR, sheet VARCHAR, row_number BIGINT
);

CREATE OR REPLACE TEMP TABLE changed_patents (table_name VARCHAR, key VARCHAR, listed_under VARCHAR, patent_id VARCHAR);

-- The cells of monthly_counts that the events (and deductions) which differ belong to, before and after.
CREATE OR REPLACE TEMP TABLE changed_cells (
    table_name VARCHAR, key VARCHAR, event VARCHAR, month VARCHAR, unit_code VARCHAR, patent_type VARCHAR, applicant_kind VARCHAR, basis VARCHAR
);

CREATE OR REPLACE TEMP MACRO key_part(part) AS
    replace(replace(coalesce(part::VARCHAR, ''), '\', '\\'), '|', '\|');
