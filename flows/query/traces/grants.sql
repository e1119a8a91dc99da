-- The grants behind a cumulative figure, one row each: of one type or of all, each month on the basis that stands for it.
SELECT
    grants.patent_id AS 申请号,
    CASE grants.patent_type
        WHEN 'invention' THEN '发明' WHEN 'utility_model' THEN '实用新型' WHEN 'design' THEN '外观设计'
    END AS 专利类型,
    patents.title AS 名称,
    grants.first_applicant AS 第一申请人,
    grants.unit_name AS 统计单位,
    grants.event_on AS 授权公告日,
    grants.counting_month AS 计数月份,
    grants.reported_month AS 下发月份,
    CASE grants.basis
        WHEN 'receipt_records' THEN '受理授权明细' WHEN 'public_documents' THEN '公开文献'
    END AS 数据来源口径,
    deliveries.file_name AS 文件名,
    grants.sheet AS 工作表,
    grants.row_number AS 行号
FROM patent_events AS grants
JOIN month_bases AS standing
    ON grants.counting_month = standing.month AND grants.event = standing.event AND grants.basis = standing.basis
LEFT JOIN patents USING (patent_id)
LEFT JOIN deliveries USING (delivery_id)
WHERE
    grants.event = 'grant'
    AND standing.is_standing
    AND grants.in_territory
    AND grants.counting_month BETWEEN left($month, 4) || '-01' AND $month
    AND ($patent_type IS NULL OR grants.patent_type = $patent_type)
    AND ($unit IS NULL OR starts_with(grants.unit_code, $unit))
ORDER BY grants.counting_month, grants.event_on, grants.patent_id
