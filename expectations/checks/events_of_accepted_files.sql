-- check: events_of_accepted_files
-- suite: patent_events
-- severity: critical
-- label_zh: 事件都出自已入库的文件,且不多于文件的行数
-- One row reports an event of a kind at most once.
SELECT
    concat(
        '文件 ', coalesce(deliveries.file_name, left(reported.delivery_id, 12)), ' 有 ', reported.event, ' 事件', reported.events,
        '个,入库和重复的行共', coalesce(deliveries.rows_accepted + deliveries.rows_repeated, 0), '行。'
    ) AS message
FROM (
    SELECT delivery_id, event, count(*) AS events FROM main.patent_events GROUP BY delivery_id, event
) AS reported
LEFT JOIN (FROM main.deliveries WHERE state = 'accepted') AS deliveries USING (delivery_id)
WHERE reported.events > coalesce(deliveries.rows_accepted + deliveries.rows_repeated, 0)
