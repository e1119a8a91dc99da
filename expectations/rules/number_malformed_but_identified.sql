-- rule: number_malformed_but_identified
-- severity: warning
-- label_zh: 申请号格式不对但可识别
SELECT
    row_key,
    concat('“', number_text, '”不是申请号,暂以公布(公告)号 ', publication_number, ' 识别。请核对原件后更正申请号。') AS reason
FROM {batch}
WHERE number_state = 'malformed'
    AND patent_id IS NOT NULL
