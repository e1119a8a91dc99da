-- check: enterprise_not_listed_again
-- suite: demonstration_enterprises
-- severity: warning
-- label_zh: 最近的企业名录没有漏列企业
-- DECISIONS 5: absence from a full list is a warning, never a revocation.
WITH lists AS (
    SELECT delivery_id, file_name, row_number() OVER (ORDER BY known_on DESC, received_on DESC, delivery_id) AS age
    FROM main.deliveries
    WHERE state = 'accepted' AND coverage = 'full_list' AND basis = 'department_report'
),

named AS (
    SELECT lists.age, lists.file_name, records.name
    FROM inputs.enterprise_records AS records
    JOIN lists USING (delivery_id)
    WHERE lists.age <= 2
)

SELECT DISTINCT concat((SELECT any_value(file_name) FROM lists WHERE age = 1), ' 没有列出上次名录中的 ', former.name, '。') AS message
FROM named AS former
ANTI JOIN (
    SELECT name FROM named WHERE age = 1
    UNION ALL
    SELECT former_name AS name FROM inputs.enterprise_records WHERE former_name IS NOT NULL
) AS latest USING (name)
WHERE former.age = 2
