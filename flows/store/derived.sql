-- What follows from the records now; a release copies the file. Run in the file itself: views name no catalog, so that
-- they work whatever name the file is attached under (a name that is also that of the schema they read from would not
-- do: hence one that nobody gives a file).

-- The events with the columns of their patents beside them: patents and patent_events are views of it, so that names,
-- addresses and titles are written once. One row of a patent leads it and says what the patent is; the columns from
-- publication_number on are filled there alone.
CREATE SCHEMA base_tables;

CREATE TABLE base_tables.events (
    patent_id VARCHAR NOT NULL,
    event VARCHAR NOT NULL,
    event_on DATE NOT NULL,
    counting_month VARCHAR NOT NULL,
    reported_month VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    patent_type VARCHAR NOT NULL,
    first_applicant VARCHAR,
    applicant_kind VARCHAR NOT NULL,
    -- compressed as in warehouse.sql
    address VARCHAR USING COMPRESSION zstd,
    postcode VARCHAR,
    unit_code VARCHAR,
    unit_name VARCHAR,
    location_rule VARCHAR NOT NULL,
    location_confidence VARCHAR NOT NULL,
    suggested_unit_code VARCHAR,
    in_territory BOOLEAN NOT NULL,
    delivery_id VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    is_leading BOOLEAN NOT NULL,
    publication_number VARCHAR,
    title VARCHAR USING COMPRESSION zstd,
    filed_on DATE,
    accepted_on DATE,
    published_on DATE,
    granted_on DATE,
    ipc_main VARCHAR,
    locarno VARCHAR,
    bases VARCHAR
);

COMMENT ON TABLE base_tables.events IS '专利事件和申请案的共同底表,请查询 patents 和 patent_events。';

CREATE VIEW main.patent_events AS
SELECT patent_id, event, event_on, counting_month, reported_month, basis, patent_type, first_applicant, applicant_kind, address,
       unit_code, unit_name, location_rule, location_confidence, suggested_unit_code, in_territory, delivery_id, sheet, row_number
FROM base_tables.events;

CREATE VIEW main.patents AS
SELECT patent_id, CASE WHEN NOT starts_with(patent_id, 'CN') THEN patent_id END AS application_number, publication_number,
       patent_type, title, filed_on, accepted_on, published_on, granted_on, first_applicant, applicant_kind, address, postcode,
       unit_code, unit_name, in_territory, ipc_main, locarno, bases
FROM base_tables.events
WHERE is_leading;

CREATE SCHEMA internal;

-- A file made anew is another one: what is equal in it is not known without looking.
CREATE TABLE internal.lineage AS SELECT uuid()::VARCHAR AS lineage;

CREATE TABLE internal.progress (sequence INTEGER NOT NULL, as_of DATE NOT NULL);

CREATE TABLE internal.repeats (record_order BIGINT NOT NULL, sequence INTEGER NOT NULL, patent_id VARCHAR NOT NULL);

CREATE TABLE internal.conflicts (
    record_order BIGINT NOT NULL,
    sequence INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    patent_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
