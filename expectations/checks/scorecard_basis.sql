-- check: scorecard_basis
-- suite: scorecard
-- severity: critical
-- label_zh: 申请类目标只用下发明细
-- Databases show applications years late; they never stand for the office's own feed.
SELECT concat(month, ' ', target_id, ' 的口径写为 ', basis, '。') AS message
FROM main.scorecard
WHERE
    (indicator IN ('patent_applications', 'invention_share') AND basis <> 'receipt_records')
    OR (indicator = 'patent_grants' AND NOT regexp_full_match(basis, '(\+?(receipt_records|public_documents))+'))
