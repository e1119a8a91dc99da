-- Indicators that count things standing at a month's end (firms with a title won this year): the things
-- themselves (value) and the titles they hold. Known once any list was received; a full list speaks of all months.
CREATE OR REPLACE TEMP TABLE step_standings AS
WITH lists AS (
    SELECT
        (SELECT count(*) FROM inputs.enterprise_records) > 0
        OR (SELECT count(*) FROM inputs.delivered_feeds WHERE event = 'enterprise_list') > 0 AS is_known
),

-- a firm whose unit is not known counts for the whole, never for a unit
wholes AS (
    SELECT *, unit_code NOT IN (SELECT unit_code FROM inputs.units) AS is_whole
    FROM step_targets
    WHERE accumulate = 'items'
)

SELECT
    targets.target_id,
    targets.unit_code,
    calendar.month,
    lists.is_known,
    count(DISTINCT items.item) AS items,
    count(DISTINCT struct_pack(items.item, items.title)) FILTER (items.item IS NOT NULL) AS titles
FROM wholes AS targets
JOIN step_calendar AS calendar USING (year)
CROSS JOIN lists
LEFT JOIN step_indicator_items AS items
    ON targets.indicator = items.indicator
    AND (
        starts_with(items.unit_code, targets.unit_code)
        OR (items.unit_code IS NULL AND targets.is_whole)
    )
    AND CAST(year(items.from_on) AS INTEGER) = calendar.year
    AND items.from_on <= calendar.last_on
    AND (items.until_on IS NULL OR items.until_on > calendar.last_on)
GROUP BY ALL
