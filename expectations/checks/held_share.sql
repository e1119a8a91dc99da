-- check: held_share
-- suite: deliveries
-- severity: warning
-- label_zh: 新到文件中待确认的不过多
SELECT concat('新到', count(*), '个文件,其中', count(*) FILTER (deliveries.state = 'held'), '个待确认。') AS message
FROM main.deliveries AS deliveries
JOIN inputs.delivery_facts AS facts USING (delivery_id)
WHERE facts.is_new
HAVING count(*) FILTER (deliveries.state = 'held') > inputs.bound('held_share') * count(*)
