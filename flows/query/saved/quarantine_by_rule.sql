-- 标题: 待核记录按规则
-- 说明: 被搁置、没有计入统计的行,按规则汇总;一行可能同时违反几条规则,各条之和可大于行数。
SELECT
    rule AS 规则,
    count(DISTINCT (quarantine.delivery_id, sheet, row_number)) AS 行数,
    count(DISTINCT quarantine.delivery_id) AS 文件数,
    max(deliveries.received_on) AS 最近收到日期,
    min(quarantine.reason) AS 原因举例
FROM quarantine
LEFT JOIN deliveries USING (delivery_id)
GROUP BY rule
ORDER BY 行数 DESC, rule
