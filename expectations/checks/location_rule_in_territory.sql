-- check: location_rule_in_territory
-- suite: patent_events
-- severity: critical
-- label_zh: 归属规则与是否本市相符
-- What each rule means: data/reference/location_rules.csv.
SELECT
    concat(
        used.events, '个事件的归属规则是 ', used.location_rule, coalesce(concat('(', rules.label_zh, ')'), ',规则表里没有'),
        ',却写为', CASE WHEN used.in_territory THEN '本市。' ELSE '外地。' END
    ) AS message
FROM (SELECT location_rule, in_territory, count(*) AS events FROM main.patent_events GROUP BY ALL) AS used
LEFT JOIN inputs.location_rules AS rules ON used.location_rule = rules.rule
WHERE used.in_territory IS DISTINCT FROM rules.in_territory
