CREATE OR REPLACE TEMP VIEW events_in_horizon AS
FROM touched_events WHERE counting_month <= getvariable('month');
