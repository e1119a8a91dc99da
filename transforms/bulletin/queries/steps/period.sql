-- The bulletin's month; the one place where parameters of the release enter.
CREATE OR REPLACE TEMP TABLE bulletin_period AS
SELECT
    $month::VARCHAR AS month,
    CAST(left($month::VARCHAR, 4) AS INTEGER) AS year,
    CAST(right($month::VARCHAR, 2) AS INTEGER) AS month_number,
    left($month::VARCHAR, 4) || '-01' AS first_month,
    $city_code::VARCHAR AS city_code
