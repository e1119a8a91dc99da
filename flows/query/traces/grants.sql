-- The grants behind a cumulative figure, one row each: of one type or of all. A month is read on one basis (DECISIONS 7):
-- the office's own feed where one came for it, else public documents where there are any.
WITH grants AS (
    SELECT *
    FROM patent_events
    WHERE
        event = 'grant'
        AND in_territory
        AND counting_month BETWEEN left($month, 4) || '-01' AND $month
),

-- also those whose list of the month was empty
fed_months AS (
    SELECT DISTINCT month
    FROM deliveries
    WHERE
        state = 'accepted'
        AND coverage = 'month'
        AND basis = 'receipt_records'
        AND list_contains(string_split(events, '; '), 'grant')
        AND month IS NOT NULL
),

documented_months AS (
    SELECT DISTINCT counting_month AS month
    FROM grants
    WHERE basis = 'public_documents'
    EXCEPT
    FROM fed_months
)

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
FROM grants
LEFT JOIN documented_months ON grants.counting_month = documented_months.month
LEFT JOIN patents USING (patent_id)
LEFT JOIN deliveries USING (delivery_id)
WHERE
    grants.basis = CASE WHEN documented_months.month IS NULL THEN 'receipt_records' ELSE 'public_documents' END
    AND ($patent_type IS NULL OR grants.patent_type = $patent_type)
    AND ($unit IS NULL OR starts_with(grants.unit_code, $unit))
ORDER BY grants.counting_month, grants.event_on, grants.patent_id
