-- The city's lines of one month, one sentence a target. A city row is the one whose code has six digits.
SELECT
    target_zh(target_id, sentence := target_sentence)
    || ' '
    || CASE
        WHEN denominator = 0 THEN '无申请,占比不计'
        WHEN value IS NULL THEN '数据未到'
        -- half up, but rounding never reaches a bound that the number does not (DECISIONS 19)
        WHEN denominator IS NOT NULL THEN printf('%.2f%%(%d/%d件)',
            CASE WHEN value < target_value AND round(value * 100, 2) >= target_value * 100
                THEN target_value * 100 - 0.01 ELSE value * 100 + 1e-9 END,
            numerator, denominator)
        ELSE value::BIGINT::VARCHAR
    END
    || ',目标 '
    || CASE WHEN target_value < 1 THEN printf('%g%%', target_value * 100) ELSE target_value::BIGINT::VARCHAR END
    || coalesce(',完成 ' || completion_zh(completion), '')
    || ',序时进度 ' || printf('%.1f%%', time_progress * 100)
    || coalesce(printf(',近年同期平均进度 %.1f%%', seasonal_progress * 100), '')
    || ',' || status_zh(status)
    -- a year's verdict is preliminary until the year is closed
    || CASE WHEN right(month, 2) <> '12' OR status = 'no_data' THEN '' WHEN obs_status = 'final' THEN '(终审)' ELSE '(初步)' END
FROM main.scorecard
WHERE month = $month AND length(unit_code) = 6
ORDER BY target_place(target_id), target_id;
