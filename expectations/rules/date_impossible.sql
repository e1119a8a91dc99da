-- rule: date_impossible
-- severity: set_aside
-- label_zh: 日期无法识别
-- Unreadable where an event of the row needs it: no event is left; or the filing date would stand in for an acceptance
-- date that is there; or a document is said to be published or granted and its day is lost. The office's own feed
-- reports one event a row, other dates in it are remarks.
SELECT
    row_key,
    concat(
        replace(replace(replace(replace(
            unreadable_dates,
            'acceptance_date', '受理日'), 'filing_date', '申请日'), 'publication_date', '公布日'), 'grant_date', '授权公告日'),
        ',不是日期,本行的事件无法计数。请核对原件后更正。'
    ) AS reason
FROM {batch}
WHERE unreadable_dates IS NOT NULL
    AND NOT is_correction
    AND (
        (application_on IS NULL AND publication_on IS NULL AND grant_on IS NULL)
        OR (contains(unreadable_dates, 'acceptance_date') AND application_on IS NOT NULL)
        OR (
            basis <> 'receipt_records'
            AND grant_on IS NULL
            AND (contains(unreadable_dates, 'grant_date') OR contains(unreadable_dates, 'publication_date'))
        )
    )
