-- rule: type_conflict
-- severity: set_aside
-- label_zh: 号码与文献种类矛盾
SELECT
    row_key,
    concat(
        CASE WHEN application_number IS NOT NULL THEN concat('申请号 ', application_number, ' 与') ELSE '' END,
        coalesce('公布(公告)号 ' || publication_number, ''),
        CASE WHEN document_kind IS NOT NULL THEN concat('(文献种类“', document_kind, '”)') ELSE '' END,
        ' 所示的专利类型互相矛盾,至少有一处写错。请核对原件后更正。'
    ) AS reason
FROM {batch}
WHERE type_conflict
