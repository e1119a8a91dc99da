-- Every row that one side counts in a month and the other does not, as far as we know: +1 is in our count and not in
-- what came down for the month, -1 the other way round. Effects add up over months, so one row a month serves the
-- month and the year to date. Rows only of months that a published table speaks of.
CREATE OR REPLACE TABLE main.reconciliation_rows AS
WITH months AS (
    SELECT DISTINCT known.*
    FROM step_reconciled_months AS known
    JOIN step_official_figures AS figures
        ON known.measure = figures.measure AND known.month BETWEEN figures.first_month AND figures.month
),

feed_events AS (
    SELECT * FROM main.patent_events WHERE basis = 'receipt_records'
),

-- counted by us in one month, passed down with another
shifted AS (
    SELECT 'late_arrival' AS cause, *, unnest([{'m': counting_month, 'e': 1}, {'m': reported_month, 'e': -1}]) AS entry
    FROM feed_events
    WHERE in_territory AND counting_month <> reported_month
),

-- out of our month at once, out of what comes down in the month that reports it
deducted AS (
    SELECT 'deduction' AS cause, *, unnest([{'m': counting_month, 'e': -1}, {'m': reported_month, 'e': 1}]) AS entry
    FROM main.deductions
    WHERE effective
),

elsewhere AS (
    SELECT 'out_of_territory' AS cause, *, {'m': reported_month, 'e': -1} AS entry
    FROM feed_events
    WHERE NOT in_territory
),

-- a document of our territory about an application or grant that no feed ever reported
documents AS (
    SELECT 'other_basis' AS cause, *, {'m': counting_month, 'e': -1} AS entry
    FROM main.patent_events AS documents
    WHERE
        basis = 'public_documents'
        AND in_territory
        AND event IN (SELECT event FROM months WHERE months.basis = 'receipt_records')
        AND NOT EXISTS (
            FROM feed_events
            WHERE feed_events.patent_id = documents.patent_id AND feed_events.event = documents.event
        )
),

-- listed, but our rule of the year does not deduct it: a table made under the other rule would
undeducted AS (
    SELECT DISTINCT ON (patent_id) 'other_rule' AS cause, *, {'m': counting_month, 'e': 1} AS entry
    FROM main.deductions
    WHERE
        unit_code IS NOT NULL
        AND patent_id NOT IN (SELECT patent_id FROM main.deductions WHERE effective)
    ORDER BY patent_id, known_on, delivery_id, sheet, row_number
),

uncounted AS (
    SELECT *, NULL AS counting_month, {'m': reported_month, 'e': -1} AS entry
    FROM inputs.uncounted_rows
),

entries AS (
    FROM shifted
    UNION ALL BY NAME
    FROM deducted
    UNION ALL BY NAME
    FROM elsewhere
    UNION ALL BY NAME
    FROM documents
    UNION ALL BY NAME
    FROM undeducted
    UNION ALL BY NAME
    FROM uncounted
)

-- what is said against the feed concerns months that we count by the feed
SELECT
    months.month,
    months.measure,
    entries.cause,
    CAST(entries.entry.e AS BIGINT) AS effect,
    entries.unit_code,
    entries.patent_type,
    entries.patent_id,
    entries.counting_month,
    entries.reported_month,
    entries.delivery_id,
    entries.sheet,
    entries.row_number
FROM entries
JOIN months ON entries.event = months.event AND entries.entry.m = months.month AND months.basis = 'receipt_records'
ORDER BY month, measure, cause, delivery_id, sheet, row_number
