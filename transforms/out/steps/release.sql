-- The one place where bound parameters enter; every later step reads them from here.
CREATE OR REPLACE TEMP TABLE step_release AS
SELECT
    $month::VARCHAR AS month,
    $as_of::DATE AS as_of,
    CAST(left($month::VARCHAR, 4) AS INTEGER) AS year,
    CAST(right($month::VARCHAR, 2) AS INTEGER) AS month_number
