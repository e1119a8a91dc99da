-- How many checks were made and how many passed.
SELECT count(*) AS made, count(*) FILTER (success) AS passed
FROM main.checks
