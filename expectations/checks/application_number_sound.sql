-- check: application_number_sound
-- suite: patents
-- severity: critical
-- label_zh: 申请号的写法、种类位和校验位正确
-- ZC 0006-2003: twelve digits with weights 2 to 9 and again 2 to 5 (until 2003 eight digits with 2 to 9), then the sum
-- mod 11, ten written X. Type digit 1 and 8 invention, 2 and 9 utility model, 3 design. Digits are weighed four at a
-- the first and the last four have the same weights.
WITH weighed AS (
    SELECT
        CAST(four AS BIGINT) AS four,
        four // 1000 * 2 + four // 100 % 10 * 3 + four // 10 % 10 * 4 + four % 10 * 5 AS outer_sum,
        four // 1000 * 6 + four // 100 % 10 * 7 + four // 10 % 10 * 8 + four % 10 * 9 AS inner_sum
    FROM range(10000) AS fours (four)
),

numbers AS (
    SELECT
        patent_id,
        application_number,
        patent_type,
        length(application_number) AS length,
        CASE length(application_number)
            WHEN 14 THEN TRY_CAST(left(application_number, 12) AS BIGINT)
            WHEN 10 THEN TRY_CAST(left(application_number, 8) AS BIGINT) * 10000
        END AS base,
        right(application_number, 2) AS ending
    FROM main.patents
    WHERE application_number IS NOT NULL
),

judged AS (
    SELECT
        numbers.*,
        (fronts.outer_sum + middles.inner_sum + backs.outer_sum) % 11 AS remainder,
        CASE length WHEN 14 THEN middles.four // 1000 ELSE fronts.four // 10 % 10 END AS type_digit
    FROM numbers
    LEFT JOIN weighed AS fronts ON numbers.base // 100000000 = fronts.four
    LEFT JOIN weighed AS middles ON numbers.base // 10000 % 10000 = middles.four
    LEFT JOIN weighed AS backs ON numbers.base % 10000 = backs.four
)

SELECT concat(patent_id, ' 的申请号 ', application_number, '(', patent_type, ')写法、种类位或校验位有误。') AS message
FROM judged
WHERE
    (ending = ['.0', '.1', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9', '.X'][remainder + 1]) IS DISTINCT FROM true
    OR CASE patent_type WHEN 'invention' THEN type_digit IN (1, 8) WHEN 'utility_model' THEN type_digit IN (2, 9)
           WHEN 'design' THEN type_digit = 3 ELSE false END IS DISTINCT FROM true
