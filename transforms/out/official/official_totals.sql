-- The counts of the published tables, as printed, with what is wrong with each. Rates are only compared.
CREATE OR REPLACE TABLE main.official_totals AS
WITH problems AS (
    SELECT number_id, string_agg(DISTINCT problem, ';' ORDER BY problem) AS problem
    FROM step_official_problems
    GROUP BY number_id
)

SELECT
    delivery_id, region, region_name, part_of, month, measure, period, patent_type, applicant_kind, value, problem,
    sheet, row_number, cell
FROM step_official_numbers
LEFT JOIN problems USING (number_id)
WHERE reading = 'count' AND month <= $month
