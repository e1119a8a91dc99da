-- One event a patent and basis of the year to date, with the file and row that reported it.
WITH events AS (
    SELECT *
    FROM main.patent_events
    WHERE counting_month BETWEEN left($month, 4) || '-01' AND $month
        AND in_territory = $in_territory
        AND ($event IS NULL OR event = $event)
),

-- chosen before anything is looked up: a large county has a hundred times as many as a sheet shows
chosen AS (
    SELECT * FROM events
    ORDER BY event_on, patent_id, event, basis
    LIMIT $most_rows
)

SELECT
    (SELECT count(*) FROM events) AS rows_in_all,
    events.counting_month AS 计数月份,
    events.reported_month AS 下发月份,
    event_zh(events.event) AS 事件,
    events.event_on AS 事件日期,
    patents.application_number AS 申请号,
    patents.publication_number AS 公布公告号,
    patent_type_zh(events.patent_type) AS 专利类型,
    patents.title AS 名称,
    events.first_applicant AS 第一申请人,
    events.applicant_kind AS 申请人类型,
    events.unit_name AS 统计单位,
    events.address AS 地址,
    events.location_rule AS 归属规则,
    confidence_zh(events.location_confidence) AS 归属可信度,
    basis_zh(events.basis) AS 数据来源口径,
    deliveries.file_name AS 文件名,
    events.sheet AS 工作表,
    events.row_number AS 行号
FROM chosen AS events
-- every event belongs to one patent and was reported by one delivery
LEFT JOIN main.patents USING (patent_id)
LEFT JOIN main.deliveries USING (delivery_id)
ORDER BY events.event_on, events.patent_id, events.event, events.basis
