-- check: patents_are_identities
-- suite: patents
-- severity: critical
-- label_zh: 申请案与事件中的案件一一对应
-- Compared by hash: millions of texts on both sides would not fit.
SELECT concat(patent_id, ' 没有任何事件。') AS message
FROM main.patents
WHERE hash(patent_id) NOT IN (SELECT hash(patent_id) FROM main.patent_events)
UNION ALL
SELECT concat(patent_id, ' 有', event, '事件,却没有列为申请案。') AS message
FROM main.patent_events
WHERE hash(patent_id) NOT IN (SELECT hash(patent_id) FROM main.patents)
