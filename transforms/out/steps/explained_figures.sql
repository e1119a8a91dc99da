-- Our figures against published ones, and what the difference is made of, each part signed as in ours - official.
-- The month a row came down in, and deductions, say exactly how our two readings differ. Rows of the other causes may
-- or may not be in the published figure. A cause explains with all its rows or not at all; never where a figure of
-- the same kind shows that such rows are left out; and where not all causes together fit, only if no other choice of
-- causes would do as well.
CREATE OR REPLACE TEMP TABLE step_explained_figures AS
WITH owned AS (
    SELECT
        figures.figure,
        coalesce(sum(own.counted), 0) AS ours,
        coalesce(sum(own.reported), 0) AS ours_by_reported_month
    FROM step_official_figures AS figures
    LEFT JOIN step_own_figures AS own
        ON figures.measure = own.measure
        AND own.month BETWEEN figures.first_month AND figures.month
        AND (figures.is_whole OR starts_with(own.unit_code, figures.unit_code))
        AND (figures.patent_type IS NULL OR own.patent_type = figures.patent_type)
    GROUP BY ALL
),

-- few groups, however many rows
effects AS (
    SELECT month, measure, cause, unit_code, patent_type, sum(effect) AS effect
    FROM main.reconciliation_rows
    GROUP BY ALL
),

caused AS (
    SELECT
        figures.figure,
        coalesce(sum(effect) FILTER (cause = 'late_arrival'), 0) AS late_arrivals,
        coalesce(sum(effect) FILTER (cause = 'deduction'), 0) AS deductions,
        [
            coalesce(sum(effect) FILTER (cause = 'quarantined'), 0),
            coalesce(sum(effect) FILTER (cause = 'out_of_territory'), 0),
            coalesce(sum(effect) FILTER (cause = 'repeat'), 0),
            coalesce(sum(effect) FILTER (cause = 'other_basis'), 0),
            coalesce(sum(effect) FILTER (cause = 'other_rule'), 0),
            coalesce(sum(effect) FILTER (cause = 'replaced'), 0)
        ] AS uncertain
    FROM step_official_figures AS figures
    LEFT JOIN effects
        ON figures.measure = effects.measure
        AND effects.month BETWEEN figures.first_month AND figures.month
        AND (figures.is_whole OR starts_with(effects.unit_code, figures.unit_code))
        AND (figures.patent_type IS NULL OR effects.patent_type = figures.patent_type)
    GROUP BY ALL
),

met AS (
    SELECT
        figures.*,
        owned.* EXCLUDE (figure),
        caused.* EXCLUDE (figure),
        ours_by_reported_month - official AS rest
    FROM step_official_figures AS figures
    JOIN owned USING (figure)
    JOIN caused USING (figure)
),

-- what came down is what was published, although there are rows of the cause: who publishes this leaves them out
left_out AS (
    SELECT measure, is_whole, list(DISTINCT place) AS places
    FROM met
    CROSS JOIN range(1, 7) AS causes (place)
    WHERE rest = 0 AND uncertain[place] <> 0
    GROUP BY ALL
),

-- only what points the same way as the rest may explain it
compared AS (
    SELECT
        met.*,
        list_transform(uncertain, lambda effect: CASE WHEN effect * rest > 0 THEN effect ELSE 0 END) AS alike,
        list_transform(
            alike, lambda effect, place: CASE WHEN coalesce(list_contains(places, place), false) THEN 0 ELSE effect END
        ) AS possible
    FROM met
    LEFT JOIN left_out USING (measure, is_whole)
),

-- bit by bit, a choice says which of the six causes it takes; one without rows is never taken
choices AS (
    SELECT
        figure,
        rest,
        list_transform(possible, lambda effect, place: effect * ((choice >> (place - 1)) & 1)) AS taken,
        list_sum(list_transform(possible, lambda effect, place: CAST(effect = 0 AS INTEGER) << (place - 1))) AS empty,
        choice
    FROM compared
    CROSS JOIN range(64) AS choices (choice)
),

fitting AS (
    SELECT figure, any_value(taken) AS taken
    FROM choices
    WHERE rest <> 0 AND list_sum(taken) = rest AND choice & empty = 0
    GROUP BY figure
    HAVING count(*) = 1
),

decided AS (
    SELECT
        compared.* EXCLUDE (rest, uncertain, possible),
        CASE
            WHEN abs(list_sum(possible)) <= abs(rest) THEN possible
            ELSE coalesce(fitting.taken, [0, 0, 0, 0, 0, 0])
        END AS taken,
        ours - official AS difference
    FROM compared
    LEFT JOIN fitting USING (figure)
)

SELECT
    * EXCLUDE (taken, alike),
    taken[1] AS quarantined,
    taken[2] AS out_of_territory,
    taken[3] AS repeats,
    taken[4] AS other_basis,
    taken[5] AS other_rule,
    taken[6] AS replaced,
    difference - late_arrivals - deductions - list_sum(taken) AS unexplained,
    CAST(abs(list_sum(alike) - list_sum(taken)) AS BIGINT) AS undecided_rows
FROM decided
