-- rule: enterprise_date_missing
-- table: enterprises
-- severity: set_aside
-- label_zh: 缺发文日期
-- The year of a recognition is that of the document; a public notice has none yet and counts nowhere.
SELECT
    row_key,
    concat(name, ' 的“', event, '”没有发文日期', CASE WHEN document_number IS NOT NULL THEN concat('(文号 ', document_number, ')') ELSE '' END, ',无法确定计入哪一年。请补上发文日期后更正。') AS reason
FROM {batch}
WHERE document_on IS NULL
    AND event <> '公示'
    AND NOT coalesce(contains(unreadable_dates, 'document_date'), false)
