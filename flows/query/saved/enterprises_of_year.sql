-- 标题: 本年示范企业事项
-- 说明: 年初至所选月份名录所载的认定、复核、更名、撤销等事项;首次认定为专利示范的标“新增”。同一企业可有几行,家数见 ipstats trace 新增专利示范企业。
-- 参数 month 月份: 截至月份
SELECT
    event_on AS 发文日期,
    name AS 企业名称,
    scheme AS 称号类别,
    level AS 级别,
    event AS 事项,
    CASE WHEN is_new THEN '新增' END AS 是否新增,
    document_number AS 认定文号
FROM demonstration_enterprises
WHERE event_on BETWEEN CAST(left($month, 4) || '-01-01' AS DATE) AND last_day(CAST($month || '-01' AS DATE))
ORDER BY event_on, name, level, event
