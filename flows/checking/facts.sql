-- What the checks compare the candidate with, taken from where it came from and not from what was made of it.
-- Schema `inputs` goes when the candidate is closed.
CREATE OR REPLACE TABLE inputs.release AS
SELECT
    getvariable('month')::VARCHAR AS month,
    getvariable('as_of')::DATE AS as_of,
    CAST(left(getvariable('month'), 4) AS INTEGER) AS year,
    CAST(right(getvariable('month'), 2) AS INTEGER) AS month_number,
    last_day(CAST(getvariable('month') || '-01' AS DATE)) AS last_on;

CREATE OR REPLACE TABLE inputs.bounds AS FROM bound_rows;

-- without a value nothing could exceed it
CREATE OR REPLACE MACRO inputs.bound(wanted) AS coalesce(
    (SELECT value FROM inputs.bounds WHERE name = wanted), error(concat('bounds.yml 没有名为 ', wanted, ' 的界限'))
);

-- Names of places elsewhere with each word that tells them apart (data/reference/lookalike_places.csv).
CREATE OR REPLACE TABLE inputs.lookalikes AS
SELECT DISTINCT name, unnest(string_split(guard_words, '|')) AS guard_word, getvariable('home_word') AS home_word
FROM read_csv(
    getvariable('lookalikes'), auto_detect = false, comment = '#', header = true, delim = ',', quote = '"', columns = {
        'code': 'VARCHAR', 'name': 'VARCHAR', 'parent': 'VARCHAR', 'guard_words': 'VARCHAR', 'source': 'VARCHAR',
        'certainty': 'VARCHAR'
    }
);

-- What each rule of location means (data/reference/location_rules.csv), and the row rules that set rows aside.
CREATE OR REPLACE TABLE inputs.location_rules AS FROM location_rules;

CREATE OR REPLACE TABLE inputs.set_aside_rules AS FROM set_aside_rules;

-- Releases so far; the one known last is what a reader has in hand.
CREATE OR REPLACE TABLE inputs.earlier_releases AS FROM earlier_releases;

-- What counts, one by one: events in territory, and as minus one the deductions that take an application out (DECISIONS 13).
CREATE OR REPLACE VIEW inputs.counted_events AS
SELECT event, counting_month, reported_month, basis, unit_code, patent_type, applicant_kind, 1 AS number
FROM main.patent_events
WHERE in_territory
UNION ALL
SELECT event, counting_month, reported_month, 'receipt_records' AS basis, unit_code, patent_type, applicant_kind, -1 AS number
FROM main.deductions
WHERE effective;

CREATE OR REPLACE TABLE inputs.delivery_facts AS
WITH stored AS (
    SELECT
        sequence,
        count(*) AS rows_stored,
        count(*) FILTER (
            least(
                application_month || '-01', strftime(publication_on, '%Y-%m-%d'), strftime(grant_on, '%Y-%m-%d')
            ) <= getvariable('month') || '-31'
        ) AS rows_in_horizon,
        min(row_number) AS first_row,
        max(row_number) AS last_row
    FROM warehouse.records
    WHERE known_on <= getvariable('as_of')
    GROUP BY sequence
    UNION ALL
    SELECT sequence, count(*) AS rows_stored, 0 AS rows_in_horizon, NULL AS first_row, NULL AS last_row
    FROM warehouse.enterprise_records
    WHERE known_on <= getvariable('as_of')
    GROUP BY sequence
    UNION ALL
    SELECT sequence, count(*) AS rows_stored, 0 AS rows_in_horizon, NULL AS first_row, NULL AS last_row
    FROM warehouse.deductions
    WHERE known_on <= getvariable('as_of')
    GROUP BY sequence
    UNION ALL
    -- a row of a published table holds several numbers
    SELECT
        sequence,
        count(DISTINCT record_order) AS rows_stored,
        0 AS rows_in_horizon,
        NULL AS first_row,
        NULL AS last_row
    FROM warehouse.official_records
    WHERE known_on <= getvariable('as_of')
    GROUP BY sequence
),

-- a corrected row was stored once more
corrected AS (
    SELECT removed_sequence AS sequence, count(*) AS rows_corrected
    FROM warehouse.removals
    WHERE record_order IS NOT NULL
    GROUP BY removed_sequence
),

judged AS (
    SELECT
        sequence,
        count(*) FILTER (severity = 'set_aside') AS times_set_aside,
        count(*) FILTER (severity = 'warning') AS times_warned
    FROM warehouse.findings
    GROUP BY sequence
),

replaced AS (
    SELECT DISTINCT removed_sequence AS sequence
    FROM warehouse.removals
    WHERE record_order IS NULL AND removed_on <= getvariable('as_of')
)

SELECT
    deliveries.delivery_id,
    deliveries.state,
    deliveries.file_name,
    deliveries.source,
    deliveries.basis,
    deliveries.feed_month AS month,
    deliveries.received_on,
    deliveries.known_on,
    deliveries.stated_total,
    stored.first_row,
    stored.last_row,
    coalesce(stored.rows_stored, 0) - coalesce(corrected.rows_corrected, 0) AS rows_stored,
    CASE WHEN replaced.sequence IS NULL THEN coalesce(stored.rows_in_horizon, 0) ELSE 0 END AS rows_in_horizon,
    coalesce(judged.times_set_aside, 0) AS times_set_aside,
    coalesce(judged.times_warned, 0) AS times_warned,
    -- new to the readers of the releases of earlier months
    coalesce(deliveries.known_on, deliveries.received_on) > coalesce((
        SELECT max(as_of) FROM inputs.earlier_releases WHERE month < getvariable('month')
    ), DATE '1900-01-01') AS is_new
FROM warehouse.deliveries AS deliveries
LEFT JOIN stored USING (sequence)
LEFT JOIN corrected USING (sequence)
LEFT JOIN judged USING (sequence)
LEFT JOIN replaced USING (sequence)
WHERE coalesce(deliveries.known_on, deliveries.received_on) <= getvariable('as_of');

CREATE OR REPLACE TABLE inputs.fill_rates AS
WITH counted AS (
    SELECT
        sequence,
        count(*) AS rows,
        count(title) AS title,
        count(address) AS address,
        count(postcode) AS postcode,
        count(filed_on) AS filed_on,
        count(ipc_main) AS ipc_main,
        count(locarno) AS locarno
    FROM warehouse.records
    WHERE known_on <= getvariable('as_of')
    GROUP BY sequence
),

filled AS (
    UNPIVOT counted ON title, address, postcode, filed_on, ipc_main, locarno INTO NAME column_name VALUE rows_filled
)

SELECT deliveries.delivery_id, filled.column_name, filled.rows, filled.rows_filled
FROM filled
JOIN warehouse.deliveries AS deliveries USING (sequence);

-- What the release known last said of the months that this one speaks of too.
CREATE OR REPLACE TABLE inputs.published_counts (month VARCHAR, basis VARCHAR, measure VARCHAR, published BIGINT);

-- Events behind published counts that are gone, each with the reason; filled only where a count went down.
CREATE OR REPLACE TABLE inputs.gone_events (month VARCHAR, basis VARCHAR, measure VARCHAR, patent_id VARCHAR, reason VARCHAR);
