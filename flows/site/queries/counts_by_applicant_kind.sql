-- Counts of kinds of applicants in the whole territory, without units.
SELECT
    month AS 月份,
    applicant_kind AS 申请人类型,
    patent_type_zh(patent_type) AS 专利类型,
    basis_zh(basis) AS 数据来源口径,
    sum(applications)::BIGINT AS 申请量,
    sum(publications)::BIGINT AS 公布量,
    sum(grants)::BIGINT AS 授权量
FROM main.monthly_counts
GROUP BY month, applicant_kind, patent_type, basis
ORDER BY month, applicant_kind, patent_type, basis
