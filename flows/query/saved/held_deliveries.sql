-- 标题: 待确认文件
-- 说明: 没有入库、等人处理的文件,附原因和处理办法。
SELECT
    file_name AS 文件名,
    received_on AS 收到日期,
    reason AS 原因,
    remedy AS 处理办法
FROM deliveries
WHERE state = 'held'
ORDER BY received_on, file_name
