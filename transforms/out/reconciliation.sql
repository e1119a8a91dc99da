-- One line a published figure of the whole or of a unit, with the sentence for the officer. Where a month's feed did
-- not come, or published tables contradict each other, nothing is compared.
CREATE OR REPLACE TABLE main.reconciliation AS
WITH parts AS (
    SELECT
        figures.*,
        (
            SELECT string_agg(printf('%d月', number), '、' ORDER BY number)
            FROM range(1, 13) AS numbers (number)
            WHERE
                number BETWEEN CAST(right(first_month, 2) AS INTEGER) AND CAST(right(month, 2) AS INTEGER)
                AND (measure, left(month, 4) || printf('-%02d', number)) NOT IN (
                    SELECT (measure, month) FROM step_reconciled_months
                )
        ) AS missing_months,
        concat_ws('、',
            CASE WHEN late_arrivals <> 0 THEN printf('跨月下发%+d件', late_arrivals) END,
            CASE WHEN deductions <> 0 THEN printf('扣减%+d件', deductions) END,
            CASE WHEN quarantined <> 0 THEN printf('待核记录%+d件', quarantined) END,
            CASE WHEN out_of_territory <> 0 THEN printf('地址不属本市%+d件', out_of_territory) END,
            CASE WHEN repeats <> 0 THEN printf('重复下发%+d件', repeats) END,
            CASE WHEN other_basis <> 0 THEN printf('只见于公开文献%+d件', other_basis) END,
            CASE WHEN other_rule <> 0 THEN printf('本系统按当年计数规则不扣减%+d件', other_rule) END,
            CASE WHEN replaced <> 0 THEN printf('公布后替换的文件%+d件', replaced) END
        ) AS explained
    FROM step_explained_figures AS figures
),

worded AS (
    SELECT
        *,
        CASE
            WHEN NOT is_known
                THEN concat('上级公布', readings, '件;', missing_months, '明细未到,无法比较。')
            WHEN official IS NULL THEN concat('上级的几张表数字不同(', readings, '),无法比较。')
            WHEN difference = 0 AND explained = '' THEN '与上级公布数一致。'
            ELSE concat(
                CASE
                    WHEN difference = 0 THEN '两数相等,但构成不同'
                    WHEN difference > 0 THEN printf('本系统多%.10g件', difference)
                    ELSE printf('本系统少%.10g件', -difference)
                END,
                CASE WHEN explained <> '' THEN ':' || explained ELSE '' END,
                CASE
                    WHEN unexplained = 0 THEN ',已逐件对清。'
                    WHEN explained = '' THEN ',没有解释'
                    WHEN unexplained > 0 THEN printf(';其余多%.10g件没有解释', unexplained)
                    ELSE printf(';其余少%.10g件没有解释', -unexplained)
                END,
                CASE
                    WHEN unexplained <> 0 AND undecided_rows > 0
                        THEN printf('(另有%d行可能与此有关,不能断定)。', undecided_rows)
                    WHEN unexplained <> 0 THEN '。'
                    ELSE ''
                END
            )
        END AS comparison
    FROM parts
)

SELECT
    month,
    measure,
    unit_code,
    period,
    patent_type,
    CAST(CASE WHEN is_known THEN ours END AS BIGINT) AS ours,
    CAST(CASE WHEN is_known THEN ours_by_reported_month END AS BIGINT) AS ours_by_reported_month,
    official,
    CASE WHEN is_known THEN difference END AS difference,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN late_arrivals END AS BIGINT) AS late_arrivals,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN deductions END AS BIGINT) AS deductions,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN quarantined END AS BIGINT) AS quarantined,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN out_of_territory END AS BIGINT) AS out_of_territory,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN repeats END AS BIGINT) AS repeats,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN other_basis END AS BIGINT) AS other_basis,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN other_rule END AS BIGINT) AS other_rule,
    CAST(CASE WHEN is_known AND official IS NOT NULL THEN replaced END AS BIGINT) AS replaced,
    CASE WHEN is_known THEN unexplained END AS unexplained,
    own_basis,
    problem AS official_problem,
    delivery_id AS official_delivery_id,
    concat(
        comparison,
        CASE WHEN contains(own_basis, 'public_documents') THEN '本系统有月份取自公开文献,与上级口径不同。' ELSE '' END,
        CASE WHEN problem IS NOT NULL THEN concat('上级表自身有疑问:', problem, '。') ELSE '' END
    ) AS explanation
FROM worded
ORDER BY month, measure, unit_code, period, patent_type NULLS FIRST
