-- rule: other_date_unreadable
-- severity: warning
-- label_zh: 不参与计数的日期无法识别
SELECT
    row_key,
    concat(
        replace(replace(unreadable_dates, 'filing_date', '申请日'), 'publication_date', '公布日'),
        ' 所写的不是日期;本行的事件不靠它计数,已照常统计,该日期留空。'
    ) AS reason
FROM {batch}
WHERE unreadable_dates IS NOT NULL
    AND NOT contains(unreadable_dates, 'acceptance_date')
    AND NOT contains(unreadable_dates, 'grant_date')
    AND NOT (contains(unreadable_dates, 'publication_date') AND grant_on IS NULL)
    AND (application_on IS NOT NULL OR publication_on IS NOT NULL OR grant_on IS NOT NULL)
