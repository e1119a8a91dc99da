-- On which basis a month's events are counted: the one place that decides it (DECISIONS 6, 7). A basis is known where a
-- feed of it came for the month; public documents come without a month of their own, so they are their own evidence. The
-- most preferred known basis stands, never a union; where none is known, what other months' feeds say of the month stands
-- on the records and the month is missing. Asked of published tables alone: releases made without this one are asked too.
WITH preferences (event, basis, preference) AS (
    VALUES
    ('application', 'receipt_records', 1),
    ('publication', 'receipt_records', 1), ('publication', 'public_documents', 2),
    ('grant', 'receipt_records', 1), ('grant', 'public_documents', 2)
),

evidence AS (
    SELECT month, unnest(string_split(events, '; ')) AS event, basis, true AS is_known
    FROM deliveries
    WHERE state = 'accepted' AND coverage = 'month' AND events <> '' AND month IS NOT NULL
    UNION ALL
    SELECT month, rtrim(measure, 's') AS event, basis, basis = 'public_documents' AS is_known
    FROM (UNPIVOT monthly_counts ON applications, publications, grants INTO NAME measure VALUE number)
    WHERE number > 0
),

told AS (
    SELECT month, event, basis, bool_or(is_known) AS is_known
    FROM evidence
    GROUP BY ALL
)

-- a basis without preference may be known and never stands
SELECT
    told.month,
    told.event,
    told.basis,
    told.is_known,
    preferences.preference IS NOT NULL AND row_number() OVER (
        PARTITION BY told.month, told.event ORDER BY preferences.preference IS NULL, NOT told.is_known, preferences.preference
    ) = 1 AS is_standing
FROM told
LEFT JOIN preferences USING (event, basis)
