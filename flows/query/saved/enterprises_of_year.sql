-- 标题: 本年示范企业事项
-- 说明: 年初至所选月份专利示范企业的认定、复核、更名和撤销;首次认定标“新增”。同一企业可有几行,家数见 ipstats trace 新增专利示范企业。
-- 参数 month 月份: 截至月份
WITH ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY enterprise_id, level, event ORDER BY event_on, document_number NULLS LAST
        ) AS place
    FROM demonstration_enterprises
)

SELECT
    event_on AS 发文日期,
    name AS 企业名称,
    level AS 级别,
    event AS 事项,
    CASE WHEN event = '认定' AND place = 1 THEN '新增' END AS 是否新增,
    document_number AS 认定文号
FROM ranked
WHERE event_on BETWEEN CAST(left($month, 4) || '-01-01' AS DATE) AND last_day(CAST($month || '-01' AS DATE))
ORDER BY event_on, name, level, event
