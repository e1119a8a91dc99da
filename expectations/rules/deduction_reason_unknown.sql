-- rule: deduction_reason_unknown
-- table: deductions
-- severity: set_aside
-- label_zh: 扣减原因不认识
SELECT
    row_key,
    concat('扣减原因', coalesce(concat('“', reason_text, '”不在参照表中'), '为空'), ',不知道应否扣减。请核对后更正,或在 data/reference/deduction_reasons.csv 中补上这一说法。') AS reason
FROM {batch}
WHERE reason IS NULL
