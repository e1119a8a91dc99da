SELECT
    count(*) OVER () AS rows_in_all,
    file_name AS 文件名,
    received_on AS 收到日期,
    source AS 来源,
    reason AS 原因,
    remedy AS 处理办法,
    unknown_headers AS 未识别的表头
FROM main.deliveries
WHERE state = 'held'
ORDER BY received_on, file_name, delivery_id
LIMIT $most_rows
