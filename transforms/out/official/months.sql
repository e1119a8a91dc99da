-- A cumulative figure is last month's of the same table plus this month and never falls; January's year to date is the
-- month.
INSERT INTO step_official_problems
WITH counts AS (FROM step_official_numbers WHERE reading = 'count' AND value IS NOT NULL),

months AS (
    SELECT delivery_id, sheet, region, measure, type_key, kind_key, number_id, value, named
    FROM counts
    WHERE period = 'month'
),

cumulative AS (
    SELECT source, delivery_id, sheet, region, measure, period, type_key, kind_key, number_id, value, named,
           file_name, month, strftime(strptime(month, '%Y-%m') + INTERVAL 1 MONTH, '%Y-%m') AS next_month
    FROM counts
    WHERE period IN ('year_to_date', 'all_time')
),

-- two tables of one month that differ say nothing of the next
before AS (
    SELECT source, region, measure, period, type_key, kind_key, next_month AS month,
           any_value(value) AS value, any_value(format('{} {}', file_name, named)) AS named
    FROM cumulative
    WHERE period = 'all_time' OR left(next_month, 4) = left(month, 4)
    GROUP BY ALL
    HAVING count(DISTINCT value) = 1
),

compared AS (
    SELECT
        cumulative.number_id, cumulative.value, cumulative.named, before.value AS before, before.named AS before_named,
        months.number_id AS month_id, months.value AS in_month, months.named AS month_named,
        period = 'year_to_date' AND right(cumulative.month, 2) = '01' AS is_january
    FROM cumulative
    LEFT JOIN months USING (delivery_id, sheet, region, measure, type_key, kind_key)
    LEFT JOIN before USING (source, region, measure, period, type_key, kind_key, month)
),

found AS (
    SELECT
        number_id, month_id,
        CASE
            WHEN value < before
                THEN format('{}累计 {:.0f},少于上月累计 {:.0f}({})', named, value, before, before_named)
            WHEN before + in_month <> value
                THEN format('{}累计 {:.0f},上月累计 {:.0f}({})加本月 {:.0f} 为 {:.0f}',
                            named, value, before, before_named, in_month, before + in_month)
            WHEN is_january AND in_month <> value
                THEN format('{}累计 {:.0f},一月{}为 {:.0f}', named, value, month_named, in_month)
            WHEN in_month > value
                THEN format('{}累计 {:.0f},少于{} {:.0f}', named, value, month_named, in_month)
        END AS problem
    FROM compared
)

SELECT unnest(list_distinct([number_id, month_id])) AS number_id, problem
FROM found
WHERE problem IS NOT NULL
