-- check: lookalike_in_territory
-- suite: patent_events
-- severity: critical
-- label_zh: 没有把外地同名地方计入本市
-- 平湖街道 of Shenzhen and its like (data/reference/lookalike_places.csv): a word of the other place stands before the
-- name, and none of home before that.
SELECT concat(events.patent_id, ' 的地址“', events.address, '”是外地的', lookalikes.name, ',不应计入本市。') AS message
FROM main.patent_events AS events
JOIN inputs.lookalikes AS lookalikes
    ON contains(events.address, lookalikes.name) AND contains(events.address, lookalikes.guard_word)
WHERE
    events.in_territory
    AND strpos(events.address, lookalikes.guard_word) < strpos(events.address, lookalikes.name)
    AND NOT contains(left(events.address, strpos(events.address, lookalikes.guard_word)), lookalikes.home_word)
