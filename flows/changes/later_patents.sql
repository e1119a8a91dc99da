-- Patents with an event after the month $month, which the earlier release was cut at: there it may look otherwise.
INSERT INTO touched
SELECT patent_id FROM later.base_tables.events WHERE counting_month > $month;
