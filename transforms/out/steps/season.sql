-- Mean seasonal progress s, mean year total T, over-dispersion phi and the width d of the forecast, over K
-- earlier years; one year makes no season. Sums of fractions are ordered: same inputs, same last bit.
CREATE OR REPLACE TEMP TABLE step_season AS
WITH months AS (
    SELECT
        target_id,
        unit_code,
        basis,
        month_number,
        avg(volume / year_volume ORDER BY year) AS progress,
        avg(month_volume / year_volume ORDER BY year) AS month_share,
        avg(year_volume ORDER BY year) AS mean_year_volume,
        count(*) AS history_years,
        list(rest_share ORDER BY year) FILTER (rest_share IS NOT NULL) AS rest_shares
    FROM step_history_months
    GROUP BY ALL
),

surprises AS (
    SELECT
        history.target_id,
        history.unit_code,
        history.basis,
        history.year,
        history.month_number,
        history.month_volume AS volume,
        history.year_volume * months.month_share AS expected
    FROM step_history_months AS history
    JOIN months USING (target_id, unit_code, basis, month_number)
),

-- a month empty in all years is no surprise: nothing was expected and nothing came
dispersion AS (
    SELECT
        target_id,
        unit_code,
        basis,
        sum((volume - expected) * (volume - expected) / expected ORDER BY year, month_number) FILTER (
            expected > 0
        ) AS squares
    FROM surprises
    GROUP BY ALL
),

widths AS (
    SELECT
        months.*,
        greatest(1, dispersion.squares / (11 * (months.history_years - 1))) AS phi
    FROM months
    JOIN dispersion USING (target_id, unit_code, basis)
    WHERE months.history_years >= 2
)

SELECT
    months.target_id,
    months.unit_code,
    months.basis,
    months.month_number,
    months.history_years,
    months.rest_shares,
    widths.progress,
    quantiles.t90 * sqrt(
        phi * widths.progress * greatest(0, 1 - widths.progress) / widths.mean_year_volume
        * (1 + 1 / widths.history_years)
    ) AS width
FROM months
LEFT JOIN widths USING (target_id, unit_code, basis, month_number)
LEFT JOIN step_t_quantiles AS quantiles
    ON quantiles.degrees = least(11 * (widths.history_years - 1), 440)
