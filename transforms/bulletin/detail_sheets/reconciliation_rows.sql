-- The applications and grants that explain each difference from the published totals of the year.
SELECT
    count(*) OVER () AS rows_in_all,
    rows.month AS 月份,
    measure_zh(rows.measure) AS 指标,
    cause_zh(rows.cause) AS 差额原因,
    rows.effect AS 影响,
    patents.application_number AS 申请号,
    patent_type_zh(rows.patent_type) AS 专利类型,
    patents.title AS 名称,
    patents.first_applicant AS 第一申请人,
    rows.counting_month AS 计数月份,
    rows.reported_month AS 下发月份,
    deliveries.file_name AS 文件名,
    rows.sheet AS 工作表,
    rows.row_number AS 行号
FROM main.reconciliation_rows AS rows
LEFT JOIN main.patents USING (patent_id)
LEFT JOIN main.deliveries USING (delivery_id)
WHERE rows.month BETWEEN left($month, 4) || '-01' AND $month
ORDER BY rows.month, rows.measure, rows.cause, rows.patent_id, rows.row_number
LIMIT $most_rows
