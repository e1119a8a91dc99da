-- check: enterprises_of_lists
-- suite: demonstration_enterprises
-- severity: critical
-- label_zh: 企业事项都出自已入库的名录
SELECT concat(enterprises.name, ' ', enterprises.event, ' 所出的文件第', enterprises.row_number, '行不在名录中。') AS message
FROM main.demonstration_enterprises AS enterprises
ANTI JOIN inputs.enterprise_records AS records USING (delivery_id, sheet, row_number)
