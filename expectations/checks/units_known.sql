-- check: units_known
-- suite: patent_events
-- severity: critical
-- label_zh: 统计单位的代码和名称都在单位表里
SELECT concat('表 ', used.table_name, ' 的统计单位 ', used.unit_code, ' ', used.unit_name, ' 不在单位表里。') AS message
FROM (
    SELECT DISTINCT 'patents' AS table_name, unit_code, unit_name FROM main.patents
    UNION
    SELECT DISTINCT 'patent_events' AS table_name, unit_code, unit_name FROM main.patent_events
    UNION
    SELECT DISTINCT 'monthly_counts' AS table_name, unit_code, unit_name FROM main.monthly_counts
    UNION
    SELECT DISTINCT 'demonstration_enterprises' AS table_name, unit_code, unit_name FROM main.demonstration_enterprises
) AS used
LEFT JOIN inputs.units AS units USING (unit_code)
WHERE coalesce(used.unit_code, used.unit_name) IS NOT NULL AND units.unit_name IS DISTINCT FROM used.unit_name
