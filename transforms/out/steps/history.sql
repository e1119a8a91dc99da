-- Complete earlier years of the same basis, rule (step_target_months holds no other) and territory.
CREATE OR REPLACE TEMP TABLE step_history_months AS
WITH complete_years AS (
    SELECT
        years.target_id,
        years.unit_code,
        years.year,
        years.basis,
        years.volume AS year_volume,
        years.numerator AS year_numerator
    FROM step_year_to_date AS years
    JOIN step_targets AS targets USING (target_id, unit_code)
    WHERE
        years.month_number = 12
        AND years.is_complete
        AND years.year < (SELECT year FROM step_release)
        AND years.volume > 0
        AND targets.has_forecast
        AND NOT contains(years.basis, '+')
)

SELECT
    years.target_id,
    years.unit_code,
    years.basis,
    years.year,
    months.month_number,
    years.year_volume,
    months.volume,
    months.volume - lag(months.volume, 1, 0) OVER (
        PARTITION BY years.target_id, years.unit_code, years.year ORDER BY months.month_number
    ) AS month_volume,
    (years.year_numerator - months.numerator) / nullif(years.year_volume - months.volume, 0) AS rest_share
FROM complete_years AS years
JOIN step_year_to_date AS months USING (target_id, unit_code, year)
