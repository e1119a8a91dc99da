-- Every row that one side counts in a month and the other does not, as far as we know: +1 is in our count and not in
-- what came down for the month, -1 the other way round. Effects add up over months, so one row a month serves the
-- month and the year to date. Only months that a published table speaks of and that we count by the feed.
CREATE OR REPLACE TABLE main.reconciliation_rows AS
WITH months AS (
    SELECT DISTINCT known.measure, known.event, known.month
    FROM step_reconciled_months AS known
    JOIN step_official_figures AS figures
        ON known.measure = figures.measure AND known.month BETWEEN figures.first_month AND figures.month
    WHERE known.basis = 'receipt_records'
),

-- passed down with the month: counted in another, or nowhere, for the address names another county
passed AS (
    SELECT
        months.month,
        months.measure,
        CASE WHEN in_territory THEN 'late_arrival' ELSE 'out_of_territory' END AS cause,
        -1 AS effect,
        events.*
    FROM main.patent_events AS events
    JOIN months ON events.event = months.event AND events.reported_month = months.month
    WHERE basis = 'receipt_records' AND (NOT in_territory OR counting_month <> reported_month)
),

-- counted in the month, passed down with another
late AS (
    SELECT months.month, months.measure, 'late_arrival' AS cause, 1 AS effect, events.*
    FROM main.patent_events AS events
    JOIN months ON events.event = months.event AND events.counting_month = months.month
    WHERE basis = 'receipt_records' AND in_territory AND counting_month <> reported_month
),

-- a document of our territory about an application or grant that no feed ever reported
documents AS MATERIALIZED (
    SELECT months.month, months.measure, 'other_basis' AS cause, -1 AS effect, events.*
    FROM main.patent_events AS events
    JOIN months ON events.event = months.event AND events.counting_month = months.month
    WHERE basis = 'public_documents' AND in_territory
),

fed AS (
    SELECT events.patent_id, events.event
    FROM main.patent_events AS events
    JOIN (SELECT DISTINCT patent_id FROM documents) AS documented USING (patent_id)
    WHERE basis = 'receipt_records'
),

unfed AS (
    SELECT * FROM documents ANTI JOIN fed USING (patent_id, event)
),

-- out of our month at once, out of what comes down in the month that reports it
deducted AS (
    SELECT months.month, months.measure, 'deduction' AS cause, deductions.entry.effect AS effect, deductions.*
    FROM (
        SELECT *, unnest([{month: counting_month, effect: -1}, {month: reported_month, effect: 1}]) AS entry
        FROM main.deductions
        WHERE effective
    ) AS deductions
    JOIN months ON deductions.event = months.event AND deductions.entry.month = months.month
),

-- listed, but our rule of the year does not deduct it: a table made under the other rule would
undeducted AS (
    SELECT DISTINCT ON (patent_id) months.month, months.measure, 'other_rule' AS cause, 1 AS effect, deductions.*
    FROM main.deductions AS deductions
    JOIN months ON deductions.event = months.event AND deductions.counting_month = months.month
    WHERE
        unit_code IS NOT NULL
        AND patent_id NOT IN (SELECT patent_id FROM main.deductions WHERE effective)
    ORDER BY patent_id, known_on, delivery_id, sheet, row_number
),

listed AS MATERIALIZED (
    SELECT months.month, months.measure, -1 AS effect, NULL AS counting_month, uncounted.*
    FROM inputs.uncounted_rows AS uncounted
    JOIN months ON uncounted.event = months.event AND uncounted.reported_month = months.month
),

-- a row that repeated another speaks for itself once the other has gone
standing AS (
    SELECT events.event, events.delivery_id, events.sheet, events.row_number
    FROM main.patent_events AS events
    JOIN (SELECT DISTINCT patent_id FROM listed) AS named USING (patent_id)
),

uncounted AS (
    SELECT * FROM listed ANTI JOIN standing USING (event, delivery_id, sheet, row_number)
),

-- published before a file was replaced, so the table of its month still has the old rows; the first table that came
-- afterwards makes up for them in its own month
remade AS (
    SELECT rows.*, measures.measure, min(figures.month) AS made_up_in
    FROM inputs.replaced_rows AS rows
    JOIN (SELECT DISTINCT measure, event FROM months) AS measures USING (event)
    LEFT JOIN step_official_figures AS figures
        ON measures.measure = figures.measure AND figures.published_on >= rows.replaced_on
    GROUP BY ALL
),

replaced AS (
    SELECT months.month, 'replaced' AS cause, remade.entry.effect AS effect, remade.*
    FROM (
        SELECT
            * EXCLUDE (effect),
            NULL AS counting_month,
            unnest([{month: reported_month, effect: effect}, {month: made_up_in, effect: -effect}]) AS entry
        FROM remade
        WHERE made_up_in IS NULL OR made_up_in > reported_month
    ) AS remade
    JOIN months ON remade.measure = months.measure AND remade.entry.month = months.month
),

entries AS (
    FROM passed
    UNION ALL BY NAME
    FROM late
    UNION ALL BY NAME
    FROM unfed
    UNION ALL BY NAME
    FROM deducted
    UNION ALL BY NAME
    FROM undeducted
    UNION ALL BY NAME
    FROM uncounted
    UNION ALL BY NAME
    FROM replaced
)

SELECT
    month,
    measure,
    cause,
    CAST(effect AS BIGINT) AS effect,
    unit_code,
    patent_type,
    patent_id,
    counting_month,
    reported_month,
    delivery_id,
    sheet,
    row_number
FROM entries
ORDER BY month, measure, cause, delivery_id, sheet, row_number
