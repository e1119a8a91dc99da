-- The firms behind the tally of the year, one row a firm: first recognised at a level in the year and not
-- revoked since (DECISIONS 12); a firm with two new titles is one firm.
WITH titles AS (
    SELECT *
    FROM demonstration_enterprises
    WHERE
        is_new
        AND event_on BETWEEN CAST(left($month, 4) || '-01-01' AS DATE) AND last_day(CAST($month || '-01' AS DATE))
        AND (revoked_on IS NULL OR revoked_on > last_day(CAST($month || '-01' AS DATE)))
        AND ($level IS NULL OR level = $level)
        AND ($unit IS NULL OR starts_with(unit_code, $unit))
),

firms AS (
    SELECT
        enterprise_id,
        string_agg(level, '、' ORDER BY event_on, level) AS levels,
        arg_min(struct_pack(
            name, unit_name, document_number, event_on, delivery_id, sheet, row_number
        ), (event_on, level)) AS first_title
    FROM titles
    GROUP BY enterprise_id
)

SELECT
    first_title.name AS 企业名称,
    levels AS 新增级别,
    first_title.unit_name AS 统计单位,
    first_title.document_number AS 认定文号,
    first_title.event_on AS 发文日期,
    deliveries.file_name AS 文件名,
    first_title.sheet AS 工作表,
    first_title.row_number AS 行号
FROM firms
LEFT JOIN deliveries ON firms.first_title.delivery_id = deliveries.delivery_id
ORDER BY first_title.event_on, enterprise_id
