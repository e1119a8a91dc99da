-- rule: deduction_number_unusable
-- table: deductions
-- severity: set_aside
-- label_zh: 扣减清单的申请号不可用
SELECT
    row_key,
    CASE
        WHEN number_state = 'missing' THEN '申请号为空,不知道扣减哪一件。请补上申请号后更正。'
        WHEN number_state = 'wrong_check' THEN concat('申请号“', number_text, '”的校验位与前面的数字不符,至少有一位写错。请核对后更正。')
        WHEN number_state = 'destroyed' THEN concat('申请号被表格软件改成了“', number_text, '”,末几位已经丢失。请索取号码为文本格式的文件。')
        ELSE concat('“', number_text, '”不是申请号(应为 8 位或 12 位数字加校验位)。请核对后更正。')
    END AS reason
FROM {batch}
WHERE patent_id IS NULL
