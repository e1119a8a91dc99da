-- 标题: 本版变动的原因
-- 说明: 与上一版相比的变动,按原因和表汇总;明细见 release_changes(内部资料)。
-- 参数 table_name 文本 = 全部: 只看一张表,如 patents
SELECT
    cause AS 原因,
    table_name AS 表,
    count(*) FILTER (key NOT IN ('其余', '出处')) AS 变动处,
    count(DISTINCT key) FILTER (key NOT IN ('其余', '出处')) AS 涉及行
FROM release_changes
WHERE $table_name IN ('全部', table_name)
GROUP BY cause, table_name
HAVING 变动处 > 0
ORDER BY 变动处 DESC, cause, table_name
