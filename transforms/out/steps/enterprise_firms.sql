-- Which firm each list row speaks of (DECISIONS 12): its code, else the code or the names that its current or
-- former name leads to through renamings. A code is never overruled by a name.
CREATE OR REPLACE TEMP TABLE step_enterprise_firms AS
WITH known_records AS (
    SELECT
        *,
        CASE
            WHEN uscc_valid AND length(uscc) = 18 THEN substr(uscc, 9, 9)
            WHEN uscc_valid THEN replace(uscc, '-', '')
        END AS org_code
    FROM inputs.enterprise_records
    WHERE
        known_on <= (SELECT as_of FROM step_release)
        AND coalesce(document_on, notice_on, known_on) <= (
            SELECT last_day(make_date(year, month_number, 1)) FROM step_release
        )
),

renamings AS (
    SELECT DISTINCT name, former_name
    FROM known_records
    WHERE former_name IS NOT NULL AND name <> former_name
),

links AS (
    SELECT name AS here, former_name AS there FROM renamings
    UNION
    SELECT former_name AS here, name AS there FROM renamings
),

reached AS (
    SELECT name, name AS other FROM known_records
    UNION
    SELECT former_name AS name, former_name AS other FROM renamings
),

-- names are few: all pairs that renamings connect
connected AS (
    WITH RECURSIVE pairs AS (
        SELECT name, other FROM reached
        UNION
        SELECT pairs.name, links.there AS other
        FROM pairs
        JOIN links ON pairs.other = links.here
    )
    SELECT name, other FROM pairs
),

name_codes AS (
    SELECT name, org_code FROM known_records WHERE org_code IS NOT NULL
    UNION
    SELECT former_name AS name, org_code FROM known_records WHERE org_code IS NOT NULL AND former_name IS NOT NULL
),

firm_of_name AS (
    SELECT
        connected.name,
        coalesce(min(name_codes.org_code), 'N' || left(md5(min(connected.other)), 12)) AS firm
    FROM connected
    LEFT JOIN name_codes ON connected.other = name_codes.name
    GROUP BY connected.name
)

SELECT
    coalesce(records.org_code, by_name.firm) AS firm,
    records.*
FROM known_records AS records
LEFT JOIN firm_of_name AS by_name USING (name)
