-- What follows from the records now. Tables of schema main have their published shape: a release copies the file.
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

CREATE TABLE derived.main.patent_events (
    patent_id VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    event_on DATE NOT NULL,
    counting_month VARCHAR NOT NULL,
    reported_month VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    patent_type VARCHAR NOT NULL,
    first_applicant VARCHAR,
    applicant_kind VARCHAR NOT NULL,
    address VARCHAR,
    unit_code VARCHAR,
    unit_name VARCHAR,
    location_rule VARCHAR NOT NULL,
    location_confidence VARCHAR NOT NULL,
    suggested_unit_code VARCHAR,
    in_territory BOOLEAN NOT NULL,
    delivery_id VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL
);

CREATE TABLE derived.main.patents (
    patent_id VARCHAR NOT NULL,
    application_number VARCHAR,
    publication_number VARCHAR,
    patent_type VARCHAR NOT NULL,
    title VARCHAR,
    filed_on DATE,
    accepted_on DATE,
    published_on DATE,
    granted_on DATE,
    first_applicant VARCHAR,
    applicant_kind VARCHAR NOT NULL,
    address VARCHAR,
    postcode VARCHAR,
    unit_code VARCHAR,
    unit_name VARCHAR,
    in_territory BOOLEAN NOT NULL,
    ipc_main VARCHAR,
    locarno VARCHAR,
    bases VARCHAR NOT NULL
);
