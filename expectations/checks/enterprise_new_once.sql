-- check: enterprise_new_once
-- suite: demonstration_enterprises
-- severity: critical
-- label_zh: 每家企业在每一级别至多新增一次
SELECT concat(any_value(name), ' 在 ', level, ' 新增了', count(*), '次。') AS message
FROM main.demonstration_enterprises
WHERE is_new
GROUP BY enterprise_id, level
HAVING count(*) > 1
