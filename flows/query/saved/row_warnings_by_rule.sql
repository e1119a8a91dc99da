-- 标题: 行提示按规则
-- 说明: 已计入统计但有疑点的行,按规则汇总。
SELECT
    rule AS 规则,
    count(DISTINCT (delivery_id, sheet, row_number)) AS 行数,
    count(DISTINCT delivery_id) AS 文件数,
    min(reason) AS 原因举例
FROM row_warnings
GROUP BY rule
ORDER BY 行数 DESC, rule
