-- The city's targets of one month as a table for operators; shares in per cent.
SELECT
    target_sentence AS 目标,
    CASE WHEN denominator IS NULL THEN value::BIGINT::VARCHAR ELSE printf('%d/%d', numerator, denominator) END AS 实际,
    CASE WHEN completion IS NOT NULL THEN printf('%.1f%%', completion * 100) END AS 完成,
    printf('%.1f%%', time_progress * 100) AS 序时进度,
    shortfall::BIGINT AS 距目标尚差,
    status AS 状态
FROM main.scorecard
WHERE month = $month AND length(unit_code) = 6
ORDER BY target_id;
