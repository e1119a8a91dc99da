-- rule: no_event_date
-- severity: set_aside
-- label_zh: 没有事件日期
-- By design without event: corrected documents (A8, B9, U9 ...) and the announcements before grant of 1985 to 1992.
-- An unreadable date has a rule of its own.
SELECT
    row_key,
    concat(
        '没有可以计数的事件日期:受理日、公布日、授权公告日均为空,或所给日期不是本来源应报告的事件',
        CASE WHEN filed_on IS NOT NULL THEN concat(',只有申请日 ', filed_on) ELSE '' END,
        CASE WHEN document_kind IS NOT NULL THEN concat(',文献种类为“', document_kind, '”') ELSE '' END,
        '。请补上日期后更正。'
    ) AS reason
FROM {batch}
WHERE application_on IS NULL
    AND publication_on IS NULL
    AND grant_on IS NULL
    AND unreadable_dates IS NULL
    AND NOT is_correction
    AND NOT coalesce(published_on < DATE '1993-01-01' AND document_kind IN ('B', 'U', 'S'), false)
