-- What the last month that both hold says of the city's targets, where number or verdict differ. A share is given as
-- its two counts, which need no rounding and are known where no application leaves it without a value. A city row is the
-- one whose code has six digits.
WITH said AS (
    SELECT side, target_id, target_sentence,
           CASE WHEN denominator IS NOT NULL THEN numerator || '/' || denominator
                WHEN value IS NULL THEN '数据未到'
                ELSE value::BIGINT::VARCHAR END AS number,
           CASE status WHEN 'met' THEN '已达标' WHEN 'on_pace' THEN '进度正常' WHEN 'behind' THEN '进度落后'
                WHEN 'below' THEN '低于目标' WHEN 'missed' THEN '未达标' WHEN 'no_data' THEN '暂不判断' END AS verdict
    FROM (
        SELECT 'earlier' AS side, target_id, NULL AS target_sentence, value, numerator, denominator, status FROM earlier.main.scorecard
        WHERE month = getvariable('last_month') AND length(unit_code) = 6
        UNION ALL
        SELECT 'later', target_id, target_sentence, value, numerator, denominator, status FROM later.main.scorecard
        WHERE month = getvariable('last_month') AND length(unit_code) = 6
    )
)
SELECT CASE target_id WHEN 'patent_applications' THEN '专利申请量' WHEN 'invention_share' THEN '发明占比'
            WHEN 'patent_grants' THEN '专利授权量' WHEN 'new_demonstration_enterprises' THEN '新增专利示范企业'
            WHEN 'new_provincial_demonstration_enterprises' THEN '其中省级' ELSE coalesce(after.target_sentence, target_id) END
       || ' ' || before.number || '→' || after.number
       || CASE WHEN before.verdict <> after.verdict THEN '(' || before.verdict || '→' || after.verdict || ')' ELSE '' END
FROM said AS before
JOIN said AS after USING (target_id)
WHERE before.side = 'earlier' AND after.side = 'later'
  AND (before.number <> after.number OR before.verdict <> after.verdict)
ORDER BY list_position(
    ['patent_applications', 'invention_share', 'patent_grants', 'new_demonstration_enterprises',
     'new_provincial_demonstration_enterprises'], target_id)
