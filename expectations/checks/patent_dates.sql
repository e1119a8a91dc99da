-- check: patent_dates
-- suite: patents
-- severity: critical
-- label_zh: 申请案的公布日和授权日取自其事件
SELECT concat(patent_id, ' 的授权公告日 ', granted_on, ' 没有相应的事件。') AS message
FROM main.patents
WHERE granted_on IS NOT NULL
    AND hash(patent_id, granted_on) NOT IN (
        SELECT hash(patent_id, event_on) FROM main.patent_events WHERE event = 'grant'
    )
UNION ALL
SELECT concat(patent_id, ' 的公布日 ', published_on, ' 没有相应的事件。') AS message
FROM main.patents
WHERE published_on IS NOT NULL
    AND hash(patent_id, published_on) NOT IN (
        SELECT hash(patent_id, event_on) FROM main.patent_events WHERE event = 'publication'
    )
