-- check: application_number_sound
-- suite: patents
-- severity: critical
-- label_zh: 申请号的写法、种类位和校验位正确
-- ZC 0006-2003: weights 2 to 9, then 2 to 5; the sum mod 11, ten written X. Type digit 1 and 8 invention, 2 and 9
-- utility model, 3 design. Eight digits until 2003 have the first eight weights.
WITH numbers AS (
    SELECT
        patent_id,
        application_number,
        patent_type,
        length(application_number) AS length,
        TRY_CAST(left(application_number, length(application_number) - 2) AS BIGINT)
        * CASE length(application_number) WHEN 14 THEN 1 WHEN 10 THEN 10000 END AS base,
        right(application_number, 2) AS ending
    FROM main.patents
    WHERE application_number IS NOT NULL
),

judged AS (
    SELECT
        *,
        (
            base // 100000000000 % 10 * 2 + base // 10000000000 % 10 * 3 + base // 1000000000 % 10 * 4
            + base // 100000000 % 10 * 5 + base // 10000000 % 10 * 6 + base // 1000000 % 10 * 7
            + base // 100000 % 10 * 8 + base // 10000 % 10 * 9 + base // 1000 % 10 * 2
            + base // 100 % 10 * 3 + base // 10 % 10 * 4 + base % 10 * 5
        ) % 11 AS remainder,
        base // CASE length WHEN 14 THEN 10000000 WHEN 10 THEN 1000000000 END % 10 AS type_digit
    FROM numbers
)

SELECT concat(patent_id, ' 的申请号 ', application_number, '(', patent_type, ')写法、种类位或校验位有误。') AS message
FROM judged
WHERE
    base IS NULL
    OR ending <> CASE WHEN remainder = 10 THEN '.X' ELSE '.' || remainder END
    OR patent_type IS DISTINCT FROM CASE
        WHEN type_digit IN (1, 8) THEN 'invention' WHEN type_digit IN (2, 9) THEN 'utility_model' WHEN type_digit = 3 THEN 'design'
    END
