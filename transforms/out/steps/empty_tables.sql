-- Tables of the public contract that other steps fill; a release without them has them empty.
CREATE TABLE IF NOT EXISTS main.official_totals (
    delivery_id VARCHAR,
    region VARCHAR,
    month VARCHAR,
    measure VARCHAR,
    period VARCHAR,
    patent_type VARCHAR,
    applicant_kind VARCHAR,
    value DOUBLE,
    problem VARCHAR
);

CREATE OR REPLACE TABLE main.counting_rules (
    series VARCHAR,
    counting_rule VARCHAR,
    label_zh VARCHAR,
    from_year BIGINT,
    to_year BIGINT,
    deducted_reasons VARCHAR
);

CREATE OR REPLACE TEMP TABLE step_indicators (
    indicator VARCHAR,
    measure VARCHAR,
    accumulate VARCHAR,
    event VARCHAR,
    has_forecast BOOLEAN,
    official_measure VARCHAR,
    series VARCHAR
);

CREATE OR REPLACE TEMP TABLE step_indicator_bases (indicator VARCHAR, basis VARCHAR, preference INTEGER);

-- The SELECTs of indicators that add up over months give one row per counted group for here ...
CREATE OR REPLACE TEMP TABLE step_indicator_months (
    indicator VARCHAR,
    counting_month VARCHAR,
    reported_month VARCHAR,
    unit_code VARCHAR,
    basis VARCHAR,
    numerator BIGINT,
    denominator BIGINT
);

-- ... and those of indicators that count things standing at a month's end give the things.
CREATE OR REPLACE TEMP TABLE step_indicator_items (
    indicator VARCHAR,
    item VARCHAR,
    title VARCHAR,
    unit_code VARCHAR,
    from_on DATE,
    until_on DATE
)
