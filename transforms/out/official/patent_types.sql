-- The three patent types add up to their total, in every row that gives all four.
INSERT INTO step_official_problems
WITH sums AS (
    SELECT
        delivery_id, sheet, region, measure, period, kind_key,
        any_value(value) FILTER (type_key = '') AS whole,
        any_value(named) FILTER (type_key = '') AS named,
        sum(value) FILTER (type_key <> '') AS parts
    FROM step_official_numbers
    WHERE reading = 'count'
    GROUP BY ALL
    HAVING count(value) FILTER (type_key <> '') = 3
),

unequal AS (FROM sums WHERE whole <> parts)

SELECT numbers.number_id, format('{}为 {:.0f},三种专利之和为 {:.0f}', unequal.named, whole, parts)
FROM unequal
JOIN step_official_numbers AS numbers USING (delivery_id, sheet, region, measure, period, kind_key)
WHERE numbers.reading = 'count'
