-- rule: date_after_received
-- severity: set_aside
-- label_zh: 日期晚于收到日
SELECT
    row_key,
    concat('事件日期 ', greatest(application_on, publication_on, grant_on), ' 晚于文件收到日 ', received_on, ',不可能已经发生。请核对日期;若是收到日写错,请在旁注文件里改正 received_on。') AS reason
FROM {batch}
WHERE greatest(application_on, publication_on, grant_on) > received_on
