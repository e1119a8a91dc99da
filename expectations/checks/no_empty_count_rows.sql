-- check: no_empty_count_rows
-- suite: monthly_counts
-- severity: critical
-- label_zh: 月度统计没有全为零的行
SELECT concat(month, ' ', unit_code, ' ', patent_type, ' ', applicant_kind, ' ', basis, ' 全为零。') AS message
FROM main.monthly_counts
WHERE applications + publications + grants = 0
