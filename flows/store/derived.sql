-- What follows from the records now, beside the published tables patents and patent_events (made from their contracts):
-- a release copies the file.
CREATE SCHEMA derived.internal;

CREATE TABLE derived.internal.progress (sequence INTEGER NOT NULL, as_of DATE NOT NULL);

CREATE TABLE derived.internal.repeats (record_order BIGINT NOT NULL, sequence INTEGER NOT NULL, patent_id VARCHAR NOT NULL);

CREATE TABLE derived.internal.conflicts (
    record_order BIGINT NOT NULL,
    sequence INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    patent_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
