-- check: quarantined_share
-- suite: deliveries
-- severity: warning
-- label_zh: 新到文件的待核记录不过多
SELECT concat(deliveries.file_name, ' 读入', deliveries.rows_read, '行,其中待核', deliveries.rows_quarantined, '行。') AS message
FROM main.deliveries AS deliveries
JOIN inputs.delivery_facts AS facts USING (delivery_id)
WHERE
    facts.is_new
    AND deliveries.rows_read >= inputs.bound('enough_rows')
    AND deliveries.rows_quarantined > inputs.bound('quarantined_share') * deliveries.rows_read
