-- A scorecard shows the months of its own year only.
SELECT * FROM changed WHERE month BETWEEN getvariable('first_month') AND getvariable('last_month')
