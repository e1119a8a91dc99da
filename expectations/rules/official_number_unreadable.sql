-- rule: official_number_unreadable
-- severity: warning
-- table: official_totals
-- label_zh: 统计表中应为数字的单元格不是数字
SELECT
    row_key,
    format('第{}行{}。这些数按空白收录,请与原表核对。', row_number, unreadable) AS reason
FROM {batch}
WHERE
    unreadable IS NOT NULL
