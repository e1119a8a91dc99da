-- check: rows_by_fate
-- suite: deliveries
-- severity: critical
-- label_zh: 每个文件的行数按去向相加等于读入行数
-- DESIGN 5: every row is accounted for; a file that waits has no rows yet.
SELECT
    concat(
        file_name, ' 读入', coalesce(CAST(rows_read AS VARCHAR), '空'), '行,入库、重复、待核、不属统计范围四项为 ',
        concat_ws('、', rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope), '。'
    ) AS message
FROM main.deliveries
WHERE
    (
        state = 'accepted'
        AND (rows_read = rows_accepted + rows_repeated + rows_quarantined + rows_out_of_scope) IS DISTINCT FROM true
    )
    OR (
        state = 'held'
        AND coalesce(rows_read, rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope) IS NOT NULL
    )
