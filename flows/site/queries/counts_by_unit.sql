-- Counts of units without kinds of applicants: one application of a town and a kind would tell who filed it.
SELECT
    month AS 月份,
    unit_name AS 统计单位,
    patent_type_zh(patent_type) AS 专利类型,
    basis_zh(basis) AS 数据来源口径,
    sum(applications)::BIGINT AS 申请量,
    sum(publications)::BIGINT AS 公布量,
    sum(grants)::BIGINT AS 授权量
FROM main.monthly_counts
GROUP BY month, unit_code, unit_name, patent_type, basis
ORDER BY month, unit_code, patent_type, basis
