-- Events of firms up to the last month that both releases hold; an announced one has no document yet.
SELECT * FROM changed
WHERE coalesce(event_on, notice_on, DATE '1900-01-01') <= last_day(CAST(getvariable('last_month') || '-01' AS DATE))
