-- A count is a whole number and not negative.
INSERT INTO step_official_problems
SELECT
    number_id,
    CASE
        WHEN value IS NULL THEN format('{}不是数字:“{}”', named, printed)
        WHEN value < 0 THEN format('{}是负数:{}', named, printed)
        ELSE format('{}不是整数:{}', named, printed)
    END
FROM step_official_numbers
WHERE reading = 'count' AND (value IS NULL OR value < 0 OR value <> floor(value))
