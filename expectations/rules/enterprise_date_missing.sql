-- rule: enterprise_date_missing
-- severity: set_aside
-- label_zh: 缺发文日期
-- table: enterprises
-- A public notice (公示) never counts and has no document yet.
SELECT
    row_key,
    concat('企业 ', name, ' 的“', event, '”没有可用的发文日期,无法归入年度。请按文件补上日期后更正。') AS reason
FROM {batch}
WHERE document_on IS NULL AND event <> '公示'
