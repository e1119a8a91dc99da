-- Months the scorecard can speak of: whole earlier years as history, this year up to the release's month.
CREATE OR REPLACE TEMP TABLE step_calendar AS
WITH first_year AS (
    SELECT least(release.year, min(CAST(left(known.month, 4) AS INTEGER))) AS year
    FROM step_release AS release
    LEFT JOIN step_month_basis AS known ON known.month <= release.month
    GROUP BY release.year
),

months AS (
    SELECT CAST(unnest(range(
        make_date(first_year.year, 1, 1), make_date(release.year + 1, 1, 1), INTERVAL 1 MONTH
    )) AS DATE) AS first_on
    FROM first_year CROSS JOIN step_release AS release
)

SELECT
    strftime(first_on, '%Y-%m') AS month,
    CAST(year(first_on) AS INTEGER) AS year,
    CAST(month(first_on) AS INTEGER) AS month_number,
    last_day(first_on) AS last_on
FROM months
WHERE strftime(first_on, '%Y-%m') <= (SELECT month FROM step_release)
