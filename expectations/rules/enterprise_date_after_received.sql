-- rule: enterprise_date_after_received
-- table: enterprises
-- severity: set_aside
-- label_zh: 发文日期晚于收到日
SELECT
    row_key,
    concat(name, ' 的发文日期 ', document_on, ' 晚于名录收到日 ', received_on, ',不可能已经发文。请核对日期并在 data/corrections 更正;若错的是收到日,请把原表另存为内容有变化的新文件重新放入,旁注里写对 received_on。') AS reason
FROM {batch}
WHERE document_on > received_on
