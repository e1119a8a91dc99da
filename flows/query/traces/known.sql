-- What a trace of this file can speak of: the release's month, all months, the whole's code, the units.
WITH months AS (
    SELECT month FROM scorecard
    UNION
    SELECT month FROM monthly_counts
),

named_units AS (
    SELECT unit_code, unit_name FROM monthly_counts
    UNION
    SELECT unit_code, unit_name FROM demonstration_enterprises
),

units AS (
    SELECT unit_code, any_value(unit_name) AS unit_name
    FROM named_units
    WHERE unit_code IS NOT NULL AND unit_name IS NOT NULL
    GROUP BY unit_code
)

SELECT
    $month AS release_month,
    (SELECT list(month ORDER BY month) FROM months) AS months,
    (SELECT min_by(unit_code, length(unit_code)) FROM scorecard) AS whole_code,
    (SELECT list([unit_code, unit_name] ORDER BY unit_code) FROM units) AS units
