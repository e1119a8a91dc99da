-- check: event_of_its_delivery
-- suite: patent_events
-- severity: critical
-- label_zh: 事件的口径、种类和行号与其文件相符
-- A file reports what its source profile says, on its basis, in rows that it has.
WITH reported AS (
    SELECT delivery_id, event, basis, count(*) AS events, min(row_number) AS first_row, max(row_number) AS last_row
    FROM main.patent_events
    GROUP BY ALL
)

SELECT
    concat(
        deliveries.file_name, ' 口径 ', deliveries.basis, '、事件 ', deliveries.events, '、第', facts.first_row, '至', facts.last_row,
        '行;由它计得 ', reported.basis, ' 的 ', reported.event, ' 事件', reported.events, '个,第', reported.first_row, '至',
        reported.last_row, '行。'
    ) AS message
FROM reported
JOIN main.deliveries AS deliveries USING (delivery_id)
JOIN inputs.delivery_facts AS facts USING (delivery_id)
WHERE
    reported.basis IS DISTINCT FROM deliveries.basis
    OR list_contains(string_split(deliveries.events, '; '), reported.event) IS DISTINCT FROM true
    OR reported.first_row < facts.first_row
    OR reported.last_row > facts.last_row
