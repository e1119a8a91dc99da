SELECT
    month AS 月份,
    target_zh(target_id, sentence := target_sentence) AS 目标,
    unit_code AS 统计单位代码,
    value AS 完成数,
    numerator AS 分子,
    denominator AS 分母,
    value_by_reported_month AS 下发月口径数,
    official_value AS 上级公布数,
    target_value AS 目标值,
    completion AS 完成率,
    time_progress AS 序时进度,
    seasonal_progress AS 近年同期平均进度,
    shortfall AS 距目标尚差,
    forecast_low AS 预计下限,
    forecast_high AS 预计上限,
    status_zh(status) AS 状态,
    obs_status_zh(obs_status) AS 数据状态,
    basis_zh(basis) AS 数据来源口径,
    as_of AS 数据截至
FROM main.scorecard
ORDER BY month, unit_code, target_id
