-- The city's targets of one month as a table for operators, in the words of officers; shares with their counts.
SELECT
    CASE target_id
        WHEN 'patent_applications' THEN '专利申请量'
        WHEN 'invention_share' THEN '发明占比'
        WHEN 'patent_grants' THEN '专利授权量'
        WHEN 'new_demonstration_enterprises' THEN '新增专利示范企业'
        WHEN 'new_provincial_demonstration_enterprises' THEN '其中省级'
        ELSE target_id
    END AS 目标,
    target_sentence AS 计划原文,
    CASE
        WHEN denominator = 0 THEN '无申请,占比不计'
        WHEN value IS NULL THEN '数据未到'
        WHEN denominator IS NULL THEN value::BIGINT::VARCHAR
        ELSE printf('%d/%d', numerator, denominator)
    END AS 实际,
    coalesce(printf('%.1f%%', CASE WHEN completion < 1 THEN least(completion * 100, 99.9) ELSE completion * 100 END), '—') AS 完成,
    printf('%.1f%%', time_progress * 100) AS 序时进度,
    coalesce(shortfall::BIGINT::VARCHAR, '—') AS 距目标尚差,
    CASE status
        WHEN 'met' THEN '已达标' WHEN 'on_pace' THEN '进度正常' WHEN 'behind' THEN '进度落后'
        WHEN 'below' THEN '低于目标' WHEN 'missed' THEN '未达标' WHEN 'no_data' THEN '暂不判断'
    END AS 状态
FROM main.scorecard
WHERE month = $month AND length(unit_code) = 6
ORDER BY list_position(
    ['patent_applications', 'invention_share', 'patent_grants', 'new_demonstration_enterprises',
     'new_provincial_demonstration_enterprises'], target_id);
