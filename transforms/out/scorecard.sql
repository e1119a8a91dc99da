-- Every month of the release's year against every target, as known now.
CREATE OR REPLACE TABLE main.scorecard AS
WITH revised AS (
    SELECT DISTINCT measured.target_id, measured.unit_code, measured.month
    FROM step_measured AS measured
    JOIN inputs.previous_scorecard AS previous USING (target_id, unit_code, month)
    WHERE abs(measured.value - previous.value) > 1e-12
),

compared AS (
    SELECT
        measured.*,
        targets.* EXCLUDE (target_id, unit_code),
        release.as_of,
        release.as_of >= targets.closes_on AS is_closed,
        calendar.month_number,
        calendar.month_number / 12 AS time_progress,
        CASE
            WHEN targets.measure = 'count' AND measured.is_complete THEN measured.value / targets.target_value
        END AS completion,
        CASE WHEN targets.measure = 'count' THEN forecast.progress END AS seasonal_progress,
        forecast.* EXCLUDE (target_id, unit_code, month, progress),
        official.official_value,
        revised.month IS NOT NULL AS is_revised
    FROM step_measured AS measured
    JOIN step_targets AS targets USING (target_id, unit_code)
    JOIN step_calendar AS calendar USING (month)
    CROSS JOIN step_release AS release
    LEFT JOIN step_forecast AS forecast USING (target_id, unit_code, month)
    LEFT JOIN step_official AS official USING (target_id, unit_code, month)
    LEFT JOIN revised USING (target_id, unit_code, month)
),

-- a mean of fractions may miss an exact equality in its last bit, a completion right on pace is on pace
judged AS (
    SELECT
        *,
        CASE
            WHEN NOT is_known OR NOT is_complete OR is_met IS NULL THEN 'no_data'
            WHEN is_met THEN 'met'
            WHEN is_closed AND month_number = 12 THEN 'missed'
            WHEN measure = 'ratio' THEN 'below'
            WHEN seasonal_progress IS NULL AND 12 * numerator >= target_value * month_number THEN 'on_pace'
            WHEN seasonal_progress IS NOT NULL AND completion >= seasonal_progress - 1e-12 THEN 'on_pace'
            ELSE 'behind'
        END AS status,
        CASE
            WHEN NOT is_known THEN 'missing'
            WHEN NOT is_complete THEN 'truncated'
            WHEN is_closed THEN 'final'
            WHEN is_revised THEN 'revised'
            ELSE 'provisional'
        END AS obs_status
    FROM compared
)

SELECT
    month,
    target_id,
    unit_code,
    CASE WHEN is_known THEN value END AS value,
    CASE WHEN is_known THEN numerator END AS numerator,
    CASE WHEN is_known THEN denominator END AS denominator,
    CASE WHEN is_known THEN titles END AS titles,
    CASE WHEN is_known THEN value_by_reported_month END AS value_by_reported_month,
    CASE WHEN status <> 'no_data' THEN is_met <> is_met_by_reported_month END AS readings_disagree,
    official_value,
    operator,
    CAST(target_value AS DOUBLE) AS target_value,
    completion,
    time_progress,
    seasonal_progress,
    CASE WHEN is_complete THEN shortfall END AS shortfall,
    forecast_total,
    forecast_low,
    forecast_high,
    coalesce(forecast_note, '不作预测') AS forecast_note,
    history_years,
    rest_required,
    rest_required / nullif(rest_expected, 0) AS rest_required_share,
    status,
    obs_status,
    basis,
    counting_rule,
    sentence_zh AS target_sentence,
    indicator,
    as_of
FROM judged
ORDER BY month, unit_code, target_id
