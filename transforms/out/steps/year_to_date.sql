-- Cumulative figures of every year, with what they rest on. `volume` is what a season is measured on:
-- the count itself, or the denominator of a share.
CREATE OR REPLACE TEMP TABLE step_year_to_date AS
WITH cumulative AS (
    SELECT
        months.target_id,
        months.unit_code,
        months.month,
        months.year,
        months.month_number,
        months.known_basis IS NOT NULL AS is_known,
        count(months.known_basis) OVER to_date = months.month_number AS is_complete,
        list_transform(
            list_sort(list_distinct(list(struct_pack(bases.preference, basis := months.known_basis)) FILTER (
                months.known_basis IS NOT NULL
            ) OVER to_date)),
            lambda chosen: chosen.basis
        ) AS known_bases,
        CAST(sum(months.numerator) OVER to_date AS BIGINT) AS numerator,
        CAST(sum(months.denominator) OVER to_date AS BIGINT) AS denominator,
        CAST(sum(months.numerator_reported) OVER to_date AS BIGINT) AS numerator_reported,
        CAST(sum(months.denominator_reported) OVER to_date AS BIGINT) AS denominator_reported
    FROM step_target_months AS months
    JOIN step_targets AS targets USING (target_id, unit_code)
    LEFT JOIN step_indicator_bases AS bases
        ON targets.indicator = bases.indicator AND months.known_basis = bases.basis
    WINDOW to_date AS (
        PARTITION BY months.target_id, months.unit_code, months.year ORDER BY months.month_number
    )
)

SELECT
    cumulative.* EXCLUDE (known_bases),
    coalesce(nullif(array_to_string(cumulative.known_bases, '+'), ''), targets.preferred_basis) AS basis,
    CASE WHEN targets.measure = 'ratio' THEN cumulative.denominator ELSE cumulative.numerator END AS volume
FROM cumulative
JOIN step_targets AS targets USING (target_id, unit_code)
