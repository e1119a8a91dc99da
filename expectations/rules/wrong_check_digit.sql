-- rule: wrong_check_digit
-- severity: set_aside
-- label_zh: 申请号校验位不符
-- Set aside even where a publication number identifies the row: which of the two is wrong is not ours to guess.
SELECT
    row_key,
    concat('申请号“', number_text, '”的校验位与前面的数字不符,号码中至少有一位写错。请核对受理通知书或原件后更正。') AS reason
FROM {batch}
WHERE number_state = 'wrong_check'
