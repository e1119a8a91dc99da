-- rule: deduction_date_after_received
-- table: deductions
-- severity: set_aside
-- label_zh: 扣减通知日期晚于收到日
SELECT
    row_key,
    concat('通知日期 ', deducted_on, ' 晚于文件收到日 ', received_on, ',不可能已经发出。请核对日期;若是收到日写错,请在旁注文件里改正 received_on。') AS reason
FROM {batch}
WHERE deducted_on > received_on
