-- label_zh: 新增省级专利示范企业
-- aliases: [省级专利示范企业, 省级示范企业]
-- unit_zh: 家
-- measure: count
-- accumulate: items
-- event: enterprise_list
-- forecast: false
-- official_measure: null
-- page: docs/counting/new_provincial_demonstration_enterprises.md
-- counting_rule: {unit: firm, date: document_on, place: reporting_unit_of_the_list, weight: whole, basis: [department_report]}
-- series: recognitions
-- trace: {rows: enterprises, level: 省级}
SELECT
    enterprise_id AS item,
    level AS title,
    unit_code,
    event_on AS from_on,
    revoked_on AS until_on
FROM main.demonstration_enterprises
WHERE is_new AND level = '省级'
