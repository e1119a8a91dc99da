-- Kinds of applicants add up: all five to the total; 职务 and 非职务 to the total, the four kinds of units to 职务, and
-- 非职务 is the individuals.
INSERT INTO step_official_problems
WITH equations (equation, whole_key, part_keys, said) AS (
    VALUES
    (1, '', ['企业', '大专院校', '科研单位', '机关团体', '个人'], '各类申请人之和'),
    (2, '', ['职务', '非职务'], '职务与非职务之和'),
    (3, '职务', ['企业', '大专院校', '科研单位', '机关团体'], '四类单位之和'),
    (4, '非职务', ['个人'], '个人')
),

counts AS (FROM step_official_numbers WHERE reading = 'count'),

sums AS (
    SELECT
        equation, whole_key, part_keys, said, delivery_id, sheet, region, measure, period, type_key,
        any_value(value) FILTER (kind_key = whole_key) AS whole,
        any_value(named) FILTER (kind_key = whole_key) AS named,
        sum(value) FILTER (kind_key IN part_keys) AS parts,
        count(value) FILTER (kind_key IN part_keys) AS given
    FROM counts, equations
    GROUP BY ALL
),

unequal AS (FROM sums WHERE given = len(part_keys) AND whole <> parts)

SELECT counts.number_id, format('{}为 {:.0f},{}为 {:.0f}', unequal.named, whole, said, parts)
FROM unequal
JOIN counts USING (delivery_id, sheet, region, measure, period, type_key)
WHERE counts.kind_key = whole_key OR counts.kind_key IN part_keys
