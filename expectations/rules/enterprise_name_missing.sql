-- rule: enterprise_name_missing
-- severity: set_aside
-- label_zh: 缺企业名称
-- table: enterprises
SELECT
    row_key,
    '企业名称是空的,无法确认是哪一家企业。请补上名称后更正。' AS reason
FROM {batch}
WHERE name IS NULL
