-- The city's targets of one month as a table for operators, in the words of officers; shares with their counts.
SELECT
    target_zh(target_id, sentence := target_sentence) AS 目标,
    target_sentence AS 计划原文,
    CASE
        WHEN denominator = 0 THEN '无申请,占比不计'
        WHEN value IS NULL THEN '数据未到'
        WHEN denominator IS NULL THEN value::BIGINT::VARCHAR
        ELSE printf('%d/%d', numerator, denominator)
    END AS 实际,
    coalesce(completion_zh(completion), '—') AS 完成,
    printf('%.1f%%', time_progress * 100) AS 序时进度,
    coalesce(shortfall::BIGINT::VARCHAR, '—') AS 距目标尚差,
    status_zh(status) AS 状态
FROM main.scorecard
WHERE month = $month AND length(unit_code) = 6
ORDER BY target_place(target_id), target_id;
