-- check: event_in_its_month
-- suite: patent_events
-- severity: critical
-- label_zh: 计数月份是事件当月或下发月份,且不晚于统计月份
-- DECISIONS 1: the month of the acceptance date; the feed's month only where an application has none. Of a
-- publication or grant: its own date.
SELECT concat(patent_id, ' ', event, ' ', event_on, ' 计入 ', counting_month, '。') AS message
FROM main.patent_events
CROSS JOIN inputs.release
WHERE
    counting_month > month
    OR (
        counting_month <> strftime(event_on, '%Y-%m')
        AND (event <> 'application' OR counting_month <> reported_month)
    )
