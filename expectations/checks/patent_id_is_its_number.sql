-- check: patent_id_is_its_number
-- suite: patents
-- severity: critical
-- label_zh: 案号就是申请号,无申请号的是公开号去掉种类字母
-- DESIGN 6: the application number, else the publication number without its kind letter.
SELECT
    concat(patent_id, ' 的申请号是 ', coalesce(application_number, '(无)'), ',公开号是 ', coalesce(publication_number, '(无)'), '。')
        AS message
FROM main.patents
WHERE
    patent_id IS DISTINCT FROM coalesce(application_number, patent_id)
    OR (application_number IS NULL AND starts_with(publication_number, patent_id) IS DISTINCT FROM true)
