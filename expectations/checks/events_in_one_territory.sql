-- check: events_in_one_territory
-- suite: patent_events
-- severity: critical
-- label_zh: 本市的事件有统计单位,本市以外的没有
SELECT
    concat(patent_id, ' ', event, CASE WHEN in_territory THEN ' 属本市而没有统计单位。' ELSE ' 不属本市而有统计单位。' END) AS message
FROM main.patent_events
WHERE in_territory <> (unit_code IS NOT NULL)
