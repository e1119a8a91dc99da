SELECT
    count(*) OVER () AS rows_in_all,
    file_name AS 文件名,
    sheet AS 工作表,
    row_number AS 行号,
    rule AS 规则,
    reason AS 原因
FROM main.row_warnings
ORDER BY file_name, sheet, row_number, rule
LIMIT $most_rows
