-- rule: no_counting_month
-- severity: set_aside
-- label_zh: 无法确定计数月份
SELECT
    row_key,
    concat('有申请日 ', application_on, ',但没有受理日,文件不属于某一月份,申请号的年份或种类又不允许按申请日计数(分案或国际申请),无法确定计数月份。请补上受理日后更正。') AS reason
FROM {batch}
WHERE application_on IS NOT NULL
    AND application_month IS NULL
    AND publication_on IS NULL
    AND grant_on IS NULL
