-- check: explained_and_unexplained
-- suite: reconciliation
-- severity: critical
-- label_zh: 差额等于各项解释与未解释之和
SELECT
    concat(
        month, ' ', measure, ' ', unit_code, ' 差额 ', difference, ',各项解释为 ',
        concat_ws('、', late_arrivals, deductions, quarantined, out_of_territory, repeats, other_basis, other_rule, replaced),
        ',未解释 ', unexplained, '。'
    ) AS message
FROM main.reconciliation
WHERE difference
    <> late_arrivals + deductions + quarantined + out_of_territory + repeats + other_basis + other_rule + replaced + unexplained
