-- label_zh: 新增专利示范企业
-- aliases: [专利示范企业, 示范企业, 新增示范企业]
-- unit_zh: 家
-- measure: count
-- accumulate: items
-- event: enterprise_list
-- forecast: false
-- official_measure: null
-- page: docs/counting/new_demonstration_enterprises.md
-- counting_rule: {unit: firm, date: document_on, place: reporting_unit_of_the_list, weight: whole, basis: [department_report]}
-- series: recognitions
-- trace: {rows: enterprises, level: null}
SELECT
    enterprise_id AS item,
    level AS title,
    unit_code,
    event_on AS from_on,
    revoked_on AS until_on
FROM main.demonstration_enterprises
WHERE is_new
