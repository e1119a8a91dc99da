-- What was deducted from the year to date, and what was listed but is not deducted by its year's rule.
SELECT
    count(*) OVER () AS rows_in_all,
    deductions.counting_month AS 计数月份,
    patents.application_number AS 申请号,
    patent_type_zh(deductions.patent_type) AS 专利类型,
    patents.title AS 名称,
    patents.first_applicant AS 第一申请人,
    deductions.unit_name AS 统计单位,
    deductions.reason AS 扣减原因,
    deductions.deducted_on AS 通知日期,
    CASE WHEN deductions.effective THEN '是' ELSE '否' END AS 是否扣减,
    deductions.remark AS 不扣减的原因,
    deliveries.file_name AS 文件名,
    deductions.sheet AS 工作表,
    deductions.row_number AS 行号
FROM main.deductions
LEFT JOIN main.patents USING (patent_id)
LEFT JOIN main.deliveries USING (delivery_id)
WHERE deductions.counting_month BETWEEN left($month, 4) || '-01' AND $month
ORDER BY deductions.counting_month, deductions.patent_id, deductions.row_number
LIMIT $most_rows
