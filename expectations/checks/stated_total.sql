-- check: stated_total
-- suite: deliveries
-- severity: warning
-- label_zh: 新到文件的合计行与其行数相符
-- `合计 197件` is a promise about the rows above it.
SELECT
    concat(
        deliveries.file_name, ' 的合计行写', facts.stated_total, ',实有', deliveries.rows_read - deliveries.rows_out_of_scope, '行。'
    ) AS message
FROM main.deliveries AS deliveries
JOIN inputs.delivery_facts AS facts USING (delivery_id)
WHERE facts.is_new AND facts.stated_total <> deliveries.rows_read - deliveries.rows_out_of_scope
