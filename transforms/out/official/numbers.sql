-- Every number of the published tables, with its name for people and keys in which a total is '' instead of NULL.
CREATE OR REPLACE TEMP TABLE step_official_numbers AS
SELECT
    row_number() OVER (ORDER BY delivery_id, sheet, row_number, cell, reading) AS number_id,
    format('第{}行“{}”({})', row_number, header, cell) AS named,
    coalesce(patent_type, '') AS type_key,
    coalesce(applicant_kind, '') AS kind_key,
    official.*
FROM inputs.official_records AS official;

CREATE OR REPLACE TEMP TABLE step_official_problems (number_id BIGINT, problem VARCHAR)
