-- The months a bulletin speaks of: this year to its month, and the whole year before.
CREATE OR REPLACE TEMP TABLE bulletin_months AS
WITH years AS (SELECT unnest([-1, 0]) AS year_offset),

numbers AS (SELECT CAST(unnest(range(1, 13)) AS INTEGER) AS month_number)

SELECT
    years.year_offset,
    numbers.month_number,
    printf('%d-%02d', period.year + years.year_offset, numbers.month_number) AS month
FROM bulletin_period AS period
CROSS JOIN years
CROSS JOIN numbers
WHERE years.year_offset = -1 OR numbers.month_number <= period.month_number
