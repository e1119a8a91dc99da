-- rule: enterprise_date_after_received
-- severity: set_aside
-- label_zh: 发文日期晚于收到日
-- table: enterprises
SELECT
    row_key,
    concat('企业 ', name, ' 的发文日期 ', document_on, ' 晚于名录收到日 ', received_on, ',不可能已经发文。请核对日期。') AS reason
FROM {batch}
WHERE document_on > received_on
