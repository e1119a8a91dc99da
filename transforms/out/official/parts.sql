-- A part is not larger than its whole: a type or kind than the total of its row, a region than the row it lies in. This
-- holds where sums cannot be checked because parts are missing, and finds names that have slipped against their numbers.
INSERT INTO step_official_problems
WITH counts AS (FROM step_official_numbers WHERE reading = 'count'),

pairs AS (
    SELECT parts.number_id, parts.named, parts.value, wholes.named AS whole_named, wholes.value AS whole
    FROM counts AS parts
    JOIN counts AS wholes USING (delivery_id, sheet, measure, period)
    WHERE
        (parts.region = wholes.region AND parts.kind_key = wholes.kind_key AND parts.type_key <> '' AND wholes.type_key = '')
        OR (parts.region = wholes.region AND parts.type_key = wholes.type_key AND parts.kind_key <> '' AND wholes.kind_key = '')
        OR (parts.part_of = wholes.region AND parts.type_key = wholes.type_key AND parts.kind_key = wholes.kind_key)
)

SELECT number_id, format('{}为 {:.0f},大于它所属的{} {:.0f}', named, value, whole_named, whole)
FROM pairs
WHERE value > whole
