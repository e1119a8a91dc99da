-- check: reconciliation_to_the_row
-- suite: reconciliation
-- severity: critical
-- label_zh: 对账的各项解释都能列到行
-- Late arrivals and deductions are the sums of their rows and say how our two readings differ; each other cause explains
-- with all its rows or with none.
WITH figures AS (
    SELECT
        *,
        row_number() OVER () AS figure,
        CASE period WHEN 'month' THEN month ELSE left(month, 4) || '-01' END AS first_month,
        unit_code NOT IN (SELECT unit_code FROM inputs.units) AS is_whole
    FROM main.reconciliation
    WHERE difference IS NOT NULL
),

effects AS (
    SELECT month, measure, cause, unit_code, patent_type, sum(effect) AS effect
    FROM main.reconciliation_rows
    GROUP BY ALL
),

sums AS (
    SELECT
        figures.figure,
        coalesce(sum(effect) FILTER (cause = 'late_arrival'), 0) AS late,
        coalesce(sum(effect) FILTER (cause = 'deduction'), 0) AS deducted,
        coalesce(sum(effect) FILTER (cause = 'quarantined'), 0) AS set_aside,
        coalesce(sum(effect) FILTER (cause = 'out_of_territory'), 0) AS elsewhere,
        coalesce(sum(effect) FILTER (cause = 'repeat'), 0) AS repeated,
        coalesce(sum(effect) FILTER (cause = 'other_basis'), 0) AS documented,
        coalesce(sum(effect) FILTER (cause = 'other_rule'), 0) AS undeducted,
        coalesce(sum(effect) FILTER (cause = 'replaced'), 0) AS made_anew
    FROM figures
    LEFT JOIN effects
        ON figures.measure = effects.measure
        AND effects.month BETWEEN figures.first_month AND figures.month
        AND (figures.is_whole OR starts_with(effects.unit_code, figures.unit_code))
        AND (figures.patent_type IS NULL OR effects.patent_type = figures.patent_type)
    GROUP BY ALL
)

SELECT
    concat(
        month, ' ', measure, ' ', unit_code, ' 受理日口径', ours, '、下发月口径', ours_by_reported_month, ',跨月下发写为', late_arrivals,
        '(各行之和', late, '),扣减', deductions, '(', deducted, '),其余各项为 ',
        concat_ws('、', quarantined, out_of_territory, repeats, other_basis, other_rule, replaced), '(',
        concat_ws('、', set_aside, elsewhere, repeated, documented, undeducted, made_anew), ')。'
    ) AS message
FROM figures
JOIN sums USING (figure)
WHERE
    late_arrivals <> late
    OR deductions <> deducted
    OR ours - ours_by_reported_month <> late + deducted
    OR quarantined NOT IN (0, set_aside)
    OR out_of_territory NOT IN (0, elsewhere)
    OR repeats NOT IN (0, repeated)
    OR other_basis NOT IN (0, documented)
    OR other_rule NOT IN (0, undeducted)
    OR replaced NOT IN (0, made_anew)
