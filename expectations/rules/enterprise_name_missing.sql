-- rule: enterprise_name_missing
-- table: enterprises
-- severity: set_aside
-- label_zh: 缺企业名称
SELECT
    row_key,
    concat('企业名称为空', CASE WHEN uscc IS NOT NULL THEN concat('(代码 ', uscc, ')') ELSE '' END, ',无法确认是哪一家企业。请补上名称后更正。') AS reason
FROM {batch}
WHERE name IS NULL
