-- rule: enterprise_date_after_received
-- table: enterprises
-- severity: set_aside
-- label_zh: 发文日期晚于收到日
SELECT
    row_key,
    concat(name, ' 的发文日期 ', document_on, ' 晚于名录收到日 ', received_on, ',不可能已经发文。请核对日期;若是收到日写错,请在旁注文件里改正 received_on。') AS reason
FROM {batch}
WHERE document_on > received_on
