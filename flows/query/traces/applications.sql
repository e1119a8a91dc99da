-- The applications behind a cumulative figure, one row each: of one type (share) or of all; those deducted are not.
SELECT
    events.patent_id AS 申请号,
    CASE events.patent_type
        WHEN 'invention' THEN '发明' WHEN 'utility_model' THEN '实用新型' WHEN 'design' THEN '外观设计'
    END AS 专利类型,
    patents.title AS 名称,
    events.first_applicant AS 第一申请人,
    events.unit_name AS 统计单位,
    events.event_on AS 受理日期,
    events.counting_month AS 计数月份,
    events.reported_month AS 下发月份,
    deliveries.file_name AS 文件名,
    events.sheet AS 工作表,
    events.row_number AS 行号
FROM patent_events AS events
LEFT JOIN patents USING (patent_id)
LEFT JOIN deliveries USING (delivery_id)
WHERE
    events.event = 'application'
    AND events.basis = 'receipt_records'
    AND events.in_territory
    AND events.patent_id NOT IN (SELECT patent_id FROM deductions WHERE effective)
    AND events.counting_month BETWEEN left($month, 4) || '-01' AND $month
    AND ($patent_type IS NULL OR events.patent_type = $patent_type)
    AND ($unit IS NULL OR starts_with(events.unit_code, $unit))
ORDER BY events.counting_month, events.event_on, events.patent_id
