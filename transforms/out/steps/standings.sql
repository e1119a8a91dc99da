-- Indicators that count things standing at a month's end (firms with a title won this year): the things
-- themselves (value) and the titles they hold. Known once any list was received; a full list speaks of all months.
CREATE OR REPLACE TEMP TABLE step_standings AS
WITH lists AS (
    SELECT
        (SELECT count(*) FROM inputs.enterprise_records) > 0
        OR (SELECT count(*) FROM inputs.delivered_feeds WHERE event = 'enterprise_list') > 0 AS is_known
)

SELECT
    targets.target_id,
    targets.unit_code,
    calendar.month,
    lists.is_known,
    count(DISTINCT items.item) AS items,
    count(DISTINCT struct_pack(items.item, items.title)) FILTER (items.item IS NOT NULL) AS titles
FROM step_targets AS targets
JOIN step_calendar AS calendar USING (year)
CROSS JOIN lists
LEFT JOIN step_indicator_items AS items
    ON targets.indicator = items.indicator
    AND (
        starts_with(items.unit_code, targets.unit_code)
        OR (items.unit_code IS NULL AND targets.unit_code NOT IN (SELECT unit_code FROM inputs.units))
    )
    AND CAST(year(items.from_on) AS INTEGER) = calendar.year
    AND items.from_on <= calendar.last_on
    AND (items.until_on IS NULL OR items.until_on > calendar.last_on)
WHERE targets.accumulate = 'items'
GROUP BY ALL
