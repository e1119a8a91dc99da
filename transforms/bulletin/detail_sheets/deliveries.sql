SELECT
    count(*) OVER () AS rows_in_all,
    file_name AS 文件名,
    received_on AS 收到日期,
    known_on AS 入库日期,
    month AS 所属月份,
    source AS 来源,
    rows_read AS 读入行数,
    rows_accepted AS 入库行数,
    rows_repeated AS 重复行数,
    rows_quarantined AS 待核行数,
    rows_out_of_scope AS 不属统计范围行数
FROM main.deliveries
WHERE state = 'accepted'
ORDER BY received_on, file_name, delivery_id
LIMIT $most_rows
