-- rule: number_malformed
-- severity: set_aside
-- label_zh: 申请号格式不对
SELECT
    row_key,
    concat('“', number_text, '”不是申请号(应为 8 位或 12 位数字加校验位),又没有公布(公告)号可以识别。请核对原件后更正。') AS reason
FROM {batch}
WHERE number_state = 'malformed'
    AND patent_id IS NULL
