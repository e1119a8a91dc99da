-- rule: number_missing
-- severity: warning
-- label_zh: 缺申请号
-- The office's own feed names every row by its application number; in exports of public documents a publication
-- number alone is ordinary.
SELECT
    row_key,
    concat('申请号为空,暂以公布(公告)号 ', publication_number, ' 识别。请补上申请号,以免与同一件申请的其他记录分为两件。') AS reason
FROM {batch}
WHERE number_state = 'missing'
    AND patent_id IS NOT NULL
    AND basis = 'receipt_records'
