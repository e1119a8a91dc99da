-- rule: deduction_date_missing
-- table: deductions
-- severity: set_aside
-- label_zh: 扣减通知日期缺失
SELECT
    row_key,
    concat(coalesce(concat('“', date_text, '”不是日期'), '通知日期为空'), ',不知道何时扣减。请补上通知日期后更正。') AS reason
FROM {batch}
WHERE deducted_on IS NULL
