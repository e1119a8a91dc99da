-- check: patents_are_identities
-- suite: patents
-- severity: critical
-- label_zh: 每个有事件的案件都列为申请案
-- Compared by hash: millions of texts on both sides would not fit.
SELECT concat(events.patent_id, ' 有', events.event, '事件,却没有列为申请案。') AS message
FROM main.patent_events AS events
ANTI JOIN (SELECT hash(patent_id) AS patent FROM main.patents) AS patents ON hash(events.patent_id) = patents.patent
