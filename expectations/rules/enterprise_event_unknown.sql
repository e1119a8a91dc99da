-- rule: enterprise_event_unknown
-- severity: set_aside
-- label_zh: 事项不认识
-- table: enterprises
SELECT
    row_key,
    concat('企业 ', name, ' 的事项“', coalesce(unrecognised, '空'), '”不认识。应为认定、复核通过、更名、撤销等;新的写法请加入 data/reference/enterprise_words.csv。') AS reason
FROM {batch}
WHERE event = '未识别' OR event IS NULL
