-- rule: cells_beyond_header
-- table: records, enterprises, deductions
-- severity: set_aside
-- label_zh: 列数多于表头
-- An unquoted comma in a title divides it, and every cell behind it stands under the next header.
SELECT
    row_key,
    concat(
        '列数多于表头:这一行比表头多出', surplus_cells, '格,多半是名称或地址里的逗号没有加引号,其后各列都已错位。',
        '请核对原文件,写明错位各列的内容后更正。'
    ) AS reason
FROM {batch}
WHERE surplus_cells IS NOT NULL
