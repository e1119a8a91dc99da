-- rule: applicant_missing
-- severity: set_aside
-- label_zh: 缺申请人
SELECT
    row_key,
    '申请人(专利权人)为空,无法判定申请人类型。请向来源补要后更正。' AS reason
FROM {batch}
WHERE first_applicant IS NULL
