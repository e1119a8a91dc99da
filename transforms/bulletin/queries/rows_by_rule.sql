-- Rows set aside, and rows counted with a doubt, by rule.
SELECT rule, count(*) FILTER (is_set_aside) AS set_aside, count(*) FILTER (NOT is_set_aside) AS warned
FROM (
    SELECT rule, true AS is_set_aside FROM main.quarantine
    UNION ALL
    SELECT rule, false AS is_set_aside FROM main.row_warnings
)
GROUP BY rule
ORDER BY set_aside DESC, warned DESC, rule
