-- rule: enterprise_level_unknown
-- severity: set_aside
-- label_zh: 级别不认识
-- table: enterprises
SELECT
    row_key,
    concat('企业 ', name, ' 的级别“', coalesce(unrecognised, '空'), '”不认识。应为平湖市级、嘉兴市级、省级或国家级;新的写法请加入 data/reference/enterprise_words.csv。') AS reason
FROM {batch}
WHERE level = '未识别' OR level IS NULL
