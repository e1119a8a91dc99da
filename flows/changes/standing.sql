-- What the last month that both hold says of the city's targets, where number or verdict differ. A share is given as
-- its two counts, which need no rounding and are known where no application leaves it without a value. A city row is the
-- one whose code has six digits.
WITH said AS (
    SELECT side, target_id, target_sentence,
           CASE WHEN denominator IS NOT NULL THEN numerator || '/' || denominator
                WHEN value IS NULL THEN '数据未到'
                ELSE value::BIGINT::VARCHAR END AS number,
           status_zh(status) AS verdict
    FROM (
        SELECT 'earlier' AS side, target_id, NULL AS target_sentence, value, numerator, denominator, status FROM earlier.main.scorecard
        WHERE month = getvariable('last_month') AND length(unit_code) = 6
        UNION ALL
        SELECT 'later', target_id, target_sentence, value, numerator, denominator, status FROM later.main.scorecard
        WHERE month = getvariable('last_month') AND length(unit_code) = 6
    )
)
SELECT target_zh(target_id, sentence := after.target_sentence)
       || ' ' || before.number || '→' || after.number
       || CASE WHEN before.verdict <> after.verdict THEN '(' || before.verdict || '→' || after.verdict || ')' ELSE '' END
FROM said AS before
JOIN said AS after USING (target_id)
WHERE before.side = 'earlier' AND after.side = 'later'
  AND (before.number <> after.number OR before.verdict <> after.verdict)
ORDER BY target_place(target_id), target_id
