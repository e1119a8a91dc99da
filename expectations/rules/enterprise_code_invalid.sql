-- rule: enterprise_code_invalid
-- table: enterprises
-- severity: warning
-- label_zh: 企业代码无效
SELECT
    row_key,
    concat(name, ' 的统一社会信用代码“', uscc, '”位数或校验位不对,改按名称识别企业。请核对营业执照后更正。') AS reason
FROM {batch}
WHERE NOT uscc_valid
