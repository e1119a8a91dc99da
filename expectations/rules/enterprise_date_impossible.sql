-- rule: enterprise_date_impossible
-- table: enterprises
-- severity: set_aside
-- label_zh: 发文日期无法识别
SELECT
    row_key,
    concat(name, ' 的', replace(replace(unreadable_dates, 'document_date', '发文日期'), 'notice_date', '公示日期'), ',不是日期,无法确定计入哪一年。请核对文件后更正。') AS reason
FROM {batch}
WHERE contains(unreadable_dates, 'document_date')
    AND event <> '公示'
