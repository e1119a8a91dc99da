-- check: scorecard_basis
-- suite: scorecard
-- severity: critical
-- label_zh: 申请类目标只用下发明细
-- Databases show applications years late; they never stand for the office's own feed.
SELECT concat(scored.month, ' ', scored.target_id, ' 的口径写为 ', scored.basis, '。') AS message
FROM main.scorecard AS scored
JOIN inputs.targets AS targets
    ON CAST(left(scored.month, 4) AS INTEGER) = targets.year
    AND scored.target_id = targets.target_id
    AND scored.unit_code = targets.unit_code
WHERE
    (targets.indicator IN ('patent_applications', 'invention_share') AND scored.basis <> 'receipt_records')
    OR (targets.indicator = 'patent_grants' AND NOT regexp_full_match(scored.basis, '(\+?(receipt_records|public_documents))+'))
