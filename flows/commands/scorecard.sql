-- The city's lines of one month, one sentence a target. A city row is the one whose code has six digits.
SELECT
    CASE target_id
        WHEN 'patent_applications' THEN '专利申请量'
        WHEN 'invention_share' THEN '发明占比'
        WHEN 'patent_grants' THEN '专利授权量'
        WHEN 'new_demonstration_enterprises' THEN '新增专利示范企业'
        WHEN 'new_provincial_demonstration_enterprises' THEN '其中省级'
        ELSE target_id
    END
    || ' '
    || CASE
        WHEN denominator = 0 THEN '无申请,占比不计'
        WHEN value IS NULL THEN '数据未到'
        -- rounding never reaches a bound that the number does not (DECISIONS 19)
        WHEN denominator IS NOT NULL THEN printf('%.2f%%(%d/%d件)',
            CASE WHEN value < target_value AND round(value * 100, 2) >= target_value * 100
                THEN target_value * 100 - 0.01 ELSE value * 100 END,
            numerator, denominator)
        ELSE value::BIGINT::VARCHAR
    END
    || ',目标 '
    || CASE WHEN target_value < 1 THEN printf('%g%%', target_value * 100) ELSE target_value::BIGINT::VARCHAR END
    || coalesce(printf(',完成 %.1f%%', CASE WHEN completion < 1 THEN least(completion * 100, 99.9) ELSE completion * 100 END), '')
    || ',序时进度 ' || printf('%.1f%%', time_progress * 100)
    || coalesce(printf(',近年同期平均进度 %.1f%%', seasonal_progress * 100), '')
    || ',' || CASE status
        WHEN 'met' THEN '已达标' WHEN 'on_pace' THEN '进度正常' WHEN 'behind' THEN '进度落后'
        WHEN 'below' THEN '低于目标' WHEN 'missed' THEN '未达标' WHEN 'no_data' THEN '暂不判断'
    END
    -- a year's verdict is preliminary until the year is closed
    || CASE WHEN right(month, 2) <> '12' OR status = 'no_data' THEN '' WHEN obs_status = 'final' THEN '(终审)' ELSE '(初步)' END
FROM main.scorecard
WHERE month = $month AND length(unit_code) = 6
ORDER BY list_position(
    ['patent_applications', 'invention_share', 'patent_grants', 'new_demonstration_enterprises',
     'new_provincial_demonstration_enterprises'], target_id);
