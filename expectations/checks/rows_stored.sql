-- check: rows_stored
-- suite: deliveries
-- severity: critical
-- label_zh: 入库和重复的行都在仓库里
-- Conservation from the other end: what the published table calls accepted or repeated lies in the store, row by row.
SELECT
    concat(
        deliveries.file_name, ' 入库', deliveries.rows_accepted, '行、重复', deliveries.rows_repeated, '行,仓库里有',
        facts.rows_stored, '行。'
    ) AS message
FROM main.deliveries AS deliveries
JOIN inputs.delivery_facts AS facts USING (delivery_id)
WHERE
    deliveries.state = 'accepted'
    AND deliveries.rows_accepted + deliveries.rows_repeated <> facts.rows_stored
