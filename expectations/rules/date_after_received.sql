-- rule: date_after_received
-- severity: set_aside
-- label_zh: 日期晚于收到日
SELECT
    row_key,
    concat('事件日期 ', greatest(application_on, publication_on, grant_on), ' 晚于文件收到日 ', received_on, ',不可能已经发生。请核对日期并在 data/corrections 更正;若错的是收到日,请把原表另存为内容有变化的新文件重新放入,旁注里写对 received_on(按月报送的表并写 relation: replaces)。') AS reason
FROM {batch}
WHERE greatest(application_on, publication_on, grant_on) > received_on
