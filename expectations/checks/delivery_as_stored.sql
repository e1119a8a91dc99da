-- check: delivery_as_stored
-- suite: deliveries
-- severity: critical
-- label_zh: 文件的名称、来源、月份和日期与仓库所记相同
-- The name is the file's own, without the folders it lay in; a member of a zip has the zip's before it.
SELECT
    concat(
        deliveries.file_name, ' 来源 ', coalesce(deliveries.source, '空'), '、口径 ', coalesce(deliveries.basis, '空'), '、月份 ',
        coalesce(deliveries.month, '空'), '、收到 ', deliveries.received_on, ';仓库里是 ', facts.file_name, '、',
        coalesce(facts.source, '空'), '、', coalesce(facts.basis, '空'), '、', coalesce(facts.month, '空'), '、', facts.received_on, '。'
    ) AS message
FROM main.deliveries AS deliveries
JOIN inputs.delivery_facts AS facts USING (delivery_id)
WHERE
    deliveries.file_name IS DISTINCT FROM facts.file_name
    OR deliveries.source IS DISTINCT FROM facts.source
    OR deliveries.basis IS DISTINCT FROM facts.basis
    OR deliveries.month IS DISTINCT FROM facts.month
    OR deliveries.received_on IS DISTINCT FROM facts.received_on
    OR deliveries.known_on IS DISTINCT FROM facts.known_on
    OR regexp_matches(deliveries.file_name, '^([/\\]|[A-Za-z]:|\.\.)')
