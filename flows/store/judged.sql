CREATE TEMP TABLE judged (
    sheet VARCHAR, row_number BIGINT, rule VARCHAR, severity VARCHAR, reason VARCHAR, original VARCHAR
);
