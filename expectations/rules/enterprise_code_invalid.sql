-- rule: enterprise_code_invalid
-- severity: warning
-- label_zh: 统一社会信用代码校验不符
-- table: enterprises
-- An invalid code is no identity; the firm goes by its name (method decision 12).
SELECT
    row_key,
    concat('企业 ', name, ' 的代码 ', uscc, ' 校验不符,暂按企业名称认定。请核对代码。') AS reason
FROM {batch}
WHERE uscc IS NOT NULL AND NOT uscc_valid
