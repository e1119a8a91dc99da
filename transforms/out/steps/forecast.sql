-- What the year may bring, seen from each month: the total, its range of about 80 %, and for a share the range
-- over this year's share and the shares of the rest of each earlier year.
CREATE OR REPLACE TEMP TABLE step_forecast AS
WITH seen AS (
    SELECT
        current_year.target_id,
        current_year.unit_code,
        current_year.month,
        current_year.numerator,
        current_year.volume,
        current_year.is_complete,
        targets.measure,
        targets.target_numerator,
        targets.target_denominator,
        season.progress,
        season.width,
        coalesce(season.history_years, 0) AS history_years,
        season.rest_shares
    FROM step_year_to_date AS current_year
    JOIN step_targets AS targets USING (target_id, unit_code, year)
    LEFT JOIN step_season AS season USING (target_id, unit_code, basis, month_number)
),

totals AS (
    SELECT
        *,
        CASE
            WHEN NOT is_complete THEN '数据不全,不作预测'
            WHEN history_years < 2 THEN '历史年份不足'
            WHEN progress < 0.2 THEN '历史年份不足以预测(往年同期平均进度不到20%)'
            WHEN progress <= width THEN '历史年份不足以预测(往年波动过大)'
            WHEN volume = 0 THEN '本年累计为0,不作预测'
        END AS note
    FROM seen
),

ranges AS (
    SELECT
        *,
        CASE WHEN note IS NULL THEN volume / progress END AS total,
        CASE WHEN note IS NULL THEN greatest(volume, volume / (progress + width)) END AS total_low,
        CASE WHEN note IS NULL THEN volume / (progress - width) END AS total_high,
        CASE WHEN note IS NULL THEN list_append(
            list_transform(
                coalesce(rest_shares, []),
                lambda share: (numerator + share * (volume / progress - volume)) / (volume / progress)
            ),
            numerator / volume
        ) END AS shares
    FROM totals
),

whole_totals AS (
    SELECT *, CAST(round(total) AS BIGINT) AS whole_total FROM ranges
)

-- a share asks for ceil(p N / q) of the N expected; what is missing must come from the N - n still to come
SELECT
    target_id,
    unit_code,
    month,
    progress,
    history_years,
    total AS forecast_total,
    CASE WHEN measure = 'ratio' THEN list_min(shares) ELSE total_low END AS forecast_low,
    CASE WHEN measure = 'ratio' THEN list_max(shares) ELSE total_high END AS forecast_high,
    CASE WHEN measure = 'ratio' AND note IS NULL THEN greatest(
        0,
        (target_numerator * whole_total + target_denominator - 1) // target_denominator - numerator
    ) END AS rest_required,
    CASE WHEN measure = 'ratio' AND note IS NULL THEN whole_total - volume END AS rest_expected,
    coalesce(note, '约80%区间') AS forecast_note
FROM whole_totals
