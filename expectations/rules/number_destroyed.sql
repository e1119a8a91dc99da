-- rule: number_destroyed
-- severity: set_aside
-- label_zh: 申请号被表格软件损坏
SELECT
    row_key,
    concat('申请号被表格软件改成了“', number_text, '”,末几位已经丢失,又没有公布(公告)号可以识别。请向来源索取号码为文本格式的文件。') AS reason
FROM {batch}
WHERE number_state = 'destroyed'
    AND patent_id IS NULL
