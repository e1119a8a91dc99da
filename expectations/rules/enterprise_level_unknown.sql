-- rule: enterprise_level_unknown
-- table: enterprises
-- severity: set_aside
-- label_zh: 级别不明
SELECT
    row_key,
    concat(
        name,
        CASE
            WHEN contains(unrecognised, 'level=') THEN concat(' 的级别“', regexp_extract(unrecognised, 'level=(.*?)(; |$)', 1), '”不在词表中')
            ELSE ' 没有写级别'
        END,
        ',无法计入某一级别。请改正,或在企业用语词表中加上这个写法。'
    ) AS reason
FROM {batch}
WHERE level IS NULL
    OR level = '未识别'
