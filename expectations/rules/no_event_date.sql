-- rule: no_event_date
-- severity: set_aside
-- label_zh: 没有事件日期
-- Corrected documents (A8, B9, U9 ...) make no event by design and an unreadable date has a rule of its own.
SELECT
    row_key,
    concat(
        '没有可以计数的事件日期:受理日、公布日、授权公告日中本文件应报告的日期为空',
        CASE WHEN filed_on IS NOT NULL THEN concat('(只有申请日 ', filed_on, ')') ELSE '' END,
        '。请补上日期后更正。'
    ) AS reason
FROM {batch}
WHERE application_on IS NULL
    AND publication_on IS NULL
    AND grant_on IS NULL
    AND unreadable_dates IS NULL
    AND NOT coalesce(regexp_matches(document_kind, '^[A-Z][1-9]$'), false)
