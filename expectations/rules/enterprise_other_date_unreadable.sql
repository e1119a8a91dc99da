-- rule: enterprise_other_date_unreadable
-- table: enterprises
-- severity: warning
-- label_zh: 不参与计数的日期无法识别
-- A row whose document date is needed is set aside by enterprise_date_impossible and has no warnings.
SELECT
    row_key,
    concat(
        name, ' 的 ',
        replace(replace(unreadable_dates, 'document_date', '发文日期'), 'notice_date', '公示日期'),
        ',不是日期;计数不靠它,该日期留空。'
    ) AS reason
FROM {batch}
WHERE unreadable_dates IS NOT NULL
