-- The writer's own store: what was received, row by row, never changed once it is in.
-- `sequence` numbers deliveries and corrections in the order in which they were taken in; a row keeps that of its
-- delivery, `added_in` is the one that brought it in (the same, or that of the correction which mended it).
-- record_order = days(known_on) << 43 | added_in << 27 | row ordinal: the order in which rows became known.

CREATE TABLE warehouse.meta (schema_version INTEGER NOT NULL, derivation_key VARCHAR NOT NULL);

CREATE TABLE warehouse.deliveries (
    delivery_id VARCHAR NOT NULL,
    sequence INTEGER,
    file_name VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR,
    remedy VARCHAR,
    source VARCHAR,
    basis VARCHAR,
    coverage VARCHAR,
    table_name VARCHAR,
    events VARCHAR[],
    attributed_to VARCHAR,
    feed_month VARCHAR,
    part VARCHAR,
    relation VARCHAR,
    sheets VARCHAR,
    received_on DATE NOT NULL,
    known_on DATE,
    rows_read BIGINT,
    rows_recorded BIGINT,
    rows_quarantined BIGINT,
    rows_out_of_scope BIGINT,
    stated_total BIGINT,
    unknown_headers VARCHAR
);

CREATE TABLE warehouse.records (
    record_order BIGINT NOT NULL,
    sequence INTEGER NOT NULL,
    added_in INTEGER NOT NULL,
    known_on DATE NOT NULL,
    basis VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    patent_id VARCHAR NOT NULL,
    -- patent_id is the application number, or a publication number without kind letter: nothing is stored twice
    application_number VARCHAR GENERATED ALWAYS AS (CASE WHEN NOT starts_with(patent_id, 'CN') THEN patent_id END) VIRTUAL,
    publication_number VARCHAR,
    publication_stem VARCHAR,
    patent_type VARCHAR NOT NULL,
    -- texts that hardly repeat: zstd writes them in half the time of what DuckDB would choose, and a third smaller
    title VARCHAR USING COMPRESSION zstd,
    filed_on DATE,
    accepted_on DATE,
    application_on DATE,
    application_month VARCHAR,
    publication_on DATE,
    grant_on DATE,
    first_applicant VARCHAR,
    applicant_kind VARCHAR NOT NULL,
    address VARCHAR USING COMPRESSION zstd,
    postcode VARCHAR,
    unit_code VARCHAR,
    unit_name VARCHAR,
    location_rule VARCHAR NOT NULL,
    location_confidence VARCHAR NOT NULL,
    in_territory BOOLEAN NOT NULL,
    suggested_unit_code VARCHAR,
    ipc_main VARCHAR,
    locarno VARCHAR
);

CREATE TABLE warehouse.enterprise_records (
    record_order BIGINT NOT NULL,
    sequence INTEGER NOT NULL,
    added_in INTEGER NOT NULL,
    known_on DATE NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    former_name VARCHAR,
    uscc VARCHAR,
    uscc_valid BOOLEAN,
    unit_code VARCHAR,
    unit_name VARCHAR,
    level VARCHAR,
    event VARCHAR NOT NULL,
    scheme VARCHAR,
    document_number VARCHAR,
    document_on DATE,
    notice_on DATE
);

-- One line a number of a published table, all numbers of a row under the row's record_order. `part_of` is the region of
-- the same sheet that contains this one; `adds_up`: the table says that its parts make up the whole.
CREATE TABLE warehouse.official_records (
    record_order BIGINT NOT NULL,
    sequence INTEGER NOT NULL,
    added_in INTEGER NOT NULL,
    known_on DATE NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    cell VARCHAR NOT NULL,
    header VARCHAR NOT NULL,
    region VARCHAR NOT NULL,
    region_name VARCHAR NOT NULL,
    part_of VARCHAR,
    adds_up BOOLEAN NOT NULL,
    total_region VARCHAR NOT NULL,
    month VARCHAR NOT NULL,
    reading VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    patent_type VARCHAR,
    applicant_kind VARCHAR,
    value DOUBLE,
    printed VARCHAR
);

CREATE TABLE warehouse.deductions (
    record_order BIGINT NOT NULL,
    sequence INTEGER NOT NULL,
    added_in INTEGER NOT NULL,
    known_on DATE NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    patent_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    deducted_on DATE NOT NULL
);

-- One line a row and rule; severity 'set_aside' keeps the row out of the records, 'warning' does not.
CREATE TABLE warehouse.findings (
    sequence INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number BIGINT NOT NULL,
    rule VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    original VARCHAR
);

-- What stopped counting: all rows of a replaced delivery (record_order NULL), or one corrected row.
CREATE TABLE warehouse.removals (
    removed_sequence INTEGER NOT NULL,
    record_order BIGINT,
    removed_on DATE NOT NULL,
    removal_order BIGINT NOT NULL,
    sequence INTEGER NOT NULL,
    cause VARCHAR NOT NULL
);

CREATE TABLE warehouse.corrections (correction_id VARCHAR NOT NULL, sequence INTEGER NOT NULL, since DATE NOT NULL);

CREATE TABLE warehouse.releases (
    release_id VARCHAR NOT NULL,
    month VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    as_of DATE NOT NULL,
    published_at TIMESTAMP NOT NULL
);
