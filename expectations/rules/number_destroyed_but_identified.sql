-- rule: number_destroyed_but_identified
-- severity: warning
-- label_zh: 申请号被损坏但可识别
SELECT
    row_key,
    concat('申请号被表格软件改成了“', number_text, '”,暂以公布(公告)号 ', publication_number, ' 识别。请向来源索取号码为文本格式的文件。') AS reason
FROM {batch}
WHERE number_state = 'destroyed'
    AND patent_id IS NOT NULL
