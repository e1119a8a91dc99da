-- Months that both releases hold.
SELECT * FROM changed WHERE month <= getvariable('last_month')
