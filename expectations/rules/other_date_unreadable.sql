-- rule: other_date_unreadable
-- severity: warning
-- label_zh: 不参与计数的日期无法识别
-- A row whose event needs the date is set aside by date_impossible and has no warnings.
SELECT
    row_key,
    concat(
        replace(replace(replace(replace(
            unreadable_dates,
            'acceptance_date', '受理日'), 'filing_date', '申请日'), 'publication_date', '公布日'), 'grant_date', '授权公告日'),
        ',不是日期;本行的事件不靠它计数,已照常统计,该日期留空。'
    ) AS reason
FROM {batch}
WHERE unreadable_dates IS NOT NULL
