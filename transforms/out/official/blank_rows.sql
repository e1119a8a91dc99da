-- Blanks mean none where the layout says so; a region whose whole row is blank, cumulative figures among it, may as well be
-- a name that has slipped against its numbers: nothing is made of its zeros.
INSERT INTO step_official_problems
WITH blank AS (
    SELECT delivery_id, sheet, row_number
    FROM step_official_numbers
    GROUP BY ALL
    HAVING count(*) > 1 AND count(printed) = 0
)

SELECT number_id, format('第{}行“{}”整行空白,不能断定是0,可能错行', row_number, region_name)
FROM step_official_numbers
JOIN blank USING (delivery_id, sheet, row_number)
