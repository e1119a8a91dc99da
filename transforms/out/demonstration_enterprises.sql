-- One row per event of a firm, however many full lists repeat it.
CREATE OR REPLACE TABLE main.demonstration_enterprises AS
WITH firms AS (
    -- a list that leaves the document number out repeats the event of that day which has one
    SELECT * REPLACE (
        coalesce(document_number, max(document_number) OVER (
            PARTITION BY firm, level, event, scheme, document_on
        )) AS document_number
    )
    FROM step_enterprise_firms
),

-- a document with a number happens once to a firm: a later list may correct its date or unit
events AS (
    SELECT
        firm,
        level,
        event,
        scheme,
        document_number,
        CASE WHEN document_number IS NULL THEN document_on END AS undocumented_on,
        arg_max(struct_pack(
            name, former_name, uscc, unit_code, unit_name, document_on, notice_on,
            delivery_id, sheet, row_number
        ), record_order) AS latest
    FROM firms
    GROUP BY ALL
),

dated AS (
    SELECT
        firm AS enterprise_id,
        latest.name,
        latest.former_name,
        latest.uscc,
        latest.unit_code,
        latest.unit_name,
        level,
        event,
        scheme,
        document_number,
        latest.document_on AS event_on,
        latest.notice_on,
        coalesce(scheme IN ('专利示范', '专利示范企业'), true) AS is_counted_scheme,
        latest.delivery_id,
        latest.sheet,
        latest.row_number
    FROM events
),

-- the first recognition ever of a firm at a level, under this scheme, by the date of the document
first_recognitions AS (
    SELECT enterprise_id, level, min(event_on) AS event_on
    FROM dated
    WHERE event = '认定' AND is_counted_scheme AND event_on IS NOT NULL
    GROUP BY ALL
),

revocations AS (
    SELECT firsts.enterprise_id, firsts.level, min(revoked.event_on) AS revoked_on
    FROM first_recognitions AS firsts
    JOIN dated AS revoked
        ON firsts.enterprise_id = revoked.enterprise_id
        AND (firsts.level = revoked.level OR revoked.level IS NULL)
        AND revoked.event IN ('撤销', '取消')
        AND revoked.is_counted_scheme
        AND revoked.event_on >= firsts.event_on
    GROUP BY ALL
),

-- two documents of one day about one firm and level are one recognition
ranked AS (
    SELECT
        dated.*,
        event = '认定' AND is_counted_scheme AND event_on IS NOT NULL AS is_recognition,
        row_number() OVER (
            PARTITION BY enterprise_id, level, event, is_counted_scheme
            ORDER BY event_on NULLS LAST, document_number NULLS LAST, scheme NULLS LAST
        ) AS place
    FROM dated
)

SELECT
    ranked.enterprise_id,
    ranked.name,
    ranked.former_name,
    ranked.uscc,
    ranked.unit_code,
    ranked.unit_name,
    ranked.level,
    ranked.event,
    ranked.scheme,
    ranked.document_number,
    ranked.event_on,
    ranked.notice_on,
    coalesce(ranked.is_recognition AND ranked.place = 1, false) AS is_new,
    CASE WHEN ranked.is_recognition AND ranked.place = 1 THEN revocations.revoked_on END AS revoked_on,
    ranked.delivery_id,
    ranked.sheet,
    ranked.row_number
FROM ranked
LEFT JOIN revocations USING (enterprise_id, level)
ORDER BY event_on, enterprise_id, level, event, scheme, document_number
