-- 标题: 各文件的行数去向
-- 说明: 每个已入库文件读入的行中,入库、重复、待核、不属统计范围各多少;四项之和应等于读入行数。
SELECT
    file_name AS 文件名,
    received_on AS 收到日期,
    rows_read AS 读入,
    rows_accepted AS 入库,
    rows_repeated AS 重复,
    rows_quarantined AS 待核,
    rows_out_of_scope AS 不属统计范围,
    (20000 * rows_repeated // nullif(rows_read, 0) + 1) // 2 / 100 AS "重复占比(%)",
    rows_read - rows_accepted - rows_repeated - rows_quarantined - rows_out_of_scope AS 差额
FROM deliveries
WHERE state = 'accepted'
ORDER BY received_on, file_name, delivery_id
