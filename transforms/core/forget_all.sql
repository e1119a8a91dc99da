CREATE OR REPLACE TEMP TABLE touched (patent_id VARCHAR);
TRUNCATE base_tables.events;
TRUNCATE internal.repeats;
TRUNCATE internal.conflicts;
