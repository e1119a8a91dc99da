CREATE OR REPLACE TEMP TABLE touched (patent_id VARCHAR);
TRUNCATE base.events;
TRUNCATE internal.repeats;
TRUNCATE internal.conflicts;
