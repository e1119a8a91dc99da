-- check: set_aside_row_counted
-- suite: patent_events
-- severity: critical
-- label_zh: 待核的行没有计入专利事件
-- No rule that sets rows aside leaked through: the rows it named are the source of no event.
SELECT concat(quarantine.file_name, ' ', quarantine.sheet, ' 第', quarantine.row_number, '行已被搁置,却计为 ', events.event, '。')
        AS message
FROM main.patent_events AS events
JOIN main.quarantine AS quarantine USING (delivery_id, sheet, row_number)
