-- rule: type_conflict
-- severity: set_aside
-- label_zh: 号码与文献种类矛盾
SELECT
    row_key,
    concat('申请号 ', application_number, ' 与公布(公告)号 ', publication_number, ' 所示的专利类型不同,至少有一个号码写错。请核对原件后更正。') AS reason
FROM {batch}
WHERE type_conflict
