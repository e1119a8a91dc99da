-- rule: event_before_number_year
-- severity: warning
-- label_zh: 日期早于申请号的年份
-- A number carries the year in which it was given; nothing is accepted, published or granted in a year before. In January
-- the old year is often written from habit, and the row counts a year too early. A filing date may well be earlier.
SELECT
    row_key,
    concat(
        '日期 ', least(CASE WHEN application_on = accepted_on THEN accepted_on END, publication_on, grant_on),
        ' 早于申请号 ', application_number, ' 的年份,多为年份写错;已照常统计,但计入了以前的年份。请核对日期和号码后更正。'
    ) AS reason
FROM {batch}
WHERE year(least(CASE WHEN application_on = accepted_on THEN accepted_on END, publication_on, grant_on)) < CASE
        WHEN length(application_number) = 14 THEN TRY_CAST(left(application_number, 4) AS INTEGER)
        WHEN application_number >= '85' THEN 1900 + TRY_CAST(left(application_number, 2) AS INTEGER)
        ELSE 2000 + TRY_CAST(left(application_number, 2) AS INTEGER)
    END
