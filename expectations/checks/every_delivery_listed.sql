-- check: every_delivery_listed
-- suite: deliveries
-- severity: critical
-- label_zh: 收到的文件都列出,没有多出的
SELECT
    concat(
        '文件 ', coalesce(deliveries.file_name, left(facts.delivery_id, 12)), ' ',
        CASE WHEN facts.delivery_id IS NULL THEN '仓库里没有。' WHEN deliveries.delivery_id IS NULL THEN '没有列出。'
             ELSE concat('状态为 ', deliveries.state, ',仓库里为 ', facts.state, '。') END
    ) AS message
FROM main.deliveries AS deliveries
FULL JOIN inputs.delivery_facts AS facts USING (delivery_id)
WHERE deliveries.state IS DISTINCT FROM facts.state
