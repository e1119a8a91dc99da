-- check: quarantine_by_delivery
-- suite: quarantine
-- severity: critical
-- label_zh: 待核记录的行数与各文件所记相符
SELECT
    concat(
        '文件 ', coalesce(deliveries.file_name, left(listed.delivery_id, 12)), ' 待核',
        coalesce(deliveries.rows_quarantined, 0), '行,列出', coalesce(listed.rows, 0), '行。'
    ) AS message
FROM (
    SELECT delivery_id, count(DISTINCT hash(sheet, row_number)) AS rows FROM main.quarantine GROUP BY delivery_id
) AS listed
FULL JOIN (FROM main.deliveries WHERE state = 'accepted') AS deliveries USING (delivery_id)
WHERE coalesce(listed.rows, 0) <> coalesce(deliveries.rows_quarantined, 0)
