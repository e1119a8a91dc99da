-- 标题: 与更早记录冲突的行
-- 说明: 同一事件再次报来而类型、第一申请人或地址不同:仍以最早的记录计数,请核对后用更正或替换文件处理。
-- 参数 rule 文本 = conflict_with_earlier_record: 行提示的规则名称(见 row_warnings_by_rule)
SELECT
    file_name AS 文件名,
    sheet AS 工作表,
    row_number AS 行号,
    reason AS 原因
FROM row_warnings
WHERE rule = $rule
ORDER BY file_name, delivery_id, sheet, row_number
