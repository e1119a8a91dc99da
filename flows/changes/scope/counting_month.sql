-- Events of months that both releases hold: one reported late is a change, one of a later month is news.
SELECT * FROM changed WHERE counting_month <= getvariable('last_month')
