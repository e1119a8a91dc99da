-- rule: type_word_differs
-- severity: warning
-- label_zh: 类型文字与号码不符
SELECT
    row_key,
    concat(
        '类型写作“',
        CASE type_by_word WHEN 'invention' THEN '发明' WHEN 'utility_model' THEN '实用新型' WHEN 'design' THEN '外观设计' END,
        '”,号码表明是“',
        CASE patent_type WHEN 'invention' THEN '发明' WHEN 'utility_model' THEN '实用新型' WHEN 'design' THEN '外观设计' END,
        '”,已按号码统计。请核对。'
    ) AS reason
FROM {batch}
WHERE type_by_word <> patent_type
