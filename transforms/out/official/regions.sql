-- Where a table promises it, a region is the sum of the rows that lie directly in it (合计 = 市本级 + counties,
-- 市本级 = its districts); rows within those (副省级, districts beside 市本级) are not summed a second time.
INSERT INTO step_official_problems
WITH counts AS (FROM step_official_numbers WHERE reading = 'count'),

sums AS (
    SELECT
        delivery_id, sheet, part_of AS region, measure, period, type_key, kind_key,
        sum(value) AS parts,
        count(*) AS rows_summed
    FROM counts
    WHERE adds_up
    GROUP BY ALL
    HAVING count(value) = count(*)
)

SELECT number_id, format('{}为 {:.0f},所含 {} 个地区之和为 {:.0f}', named, value, rows_summed, parts)
FROM counts
JOIN sums USING (delivery_id, sheet, region, measure, period, type_key, kind_key)
WHERE value <> parts
