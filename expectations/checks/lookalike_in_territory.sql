-- check: lookalike_in_territory
-- suite: patent_events
-- severity: critical
-- label_zh: 没有把外地同名地方计入本市
-- 平湖街道 of Shenzhen and its like (data/reference/lookalike_places.csv): a word of the other place stands before the
-- name, and none of home before that. Few names are looked for in all addresses, the words only where one stands. What a
-- correction assigns, somebody has looked into.
WITH named AS MATERIALIZED (
    SELECT events.patent_id, events.address, names.name
    FROM main.patent_events AS events
    JOIN (SELECT DISTINCT name FROM inputs.lookalikes) AS names ON contains(events.address, names.name)
    WHERE events.in_territory AND events.location_rule <> 'correction'
)

SELECT concat(named.patent_id, ' 的地址“', named.address, '”是外地的', named.name, ',不应计入本市。') AS message
FROM named
JOIN inputs.lookalikes AS lookalikes
    ON named.name = lookalikes.name
    AND contains(named.address, lookalikes.guard_word)
    AND strpos(named.address, lookalikes.guard_word) < strpos(named.address, lookalikes.name)
    AND NOT contains(left(named.address, strpos(named.address, lookalikes.guard_word)), lookalikes.home_word)
