-- rule: date_after_feed_month
-- severity: warning
-- label_zh: 日期晚于本表所属月份
-- A month's list tells of what happened up to its end: what it dates later has most often a wrong month or year.
SELECT
    row_key,
    concat(
        '按日期计入 ', greatest(application_month, strftime(publication_on, '%Y-%m'), strftime(grant_on, '%Y-%m')),
        ',晚于本表所属的月份 ', feed_month, ',多为日期写错;已照常统计。请核对日期后更正。'
    ) AS reason
FROM {batch}
WHERE greatest(application_month, strftime(publication_on, '%Y-%m'), strftime(grant_on, '%Y-%m')) > feed_month
