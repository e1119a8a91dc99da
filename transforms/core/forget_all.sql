CREATE OR REPLACE TEMP TABLE touched (patent_id VARCHAR);
TRUNCATE derived.main.patent_events;
TRUNCATE derived.main.patents;
TRUNCATE derived.internal.repeats;
TRUNCATE derived.internal.conflicts;
