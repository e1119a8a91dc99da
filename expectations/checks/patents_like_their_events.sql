-- check: patents_like_their_events
-- suite: patents
-- severity: critical
-- label_zh: 申请案的类型、申请人和归属取自其事件
-- DESIGN 8: those of the application event, else of the grant. Compared by hash, as a whole.
SELECT concat(patent_id, ' 的类型、第一申请人、地址或归属与其任何事件都不同。') AS message
FROM main.patents
WHERE hash(patent_id, patent_type, first_applicant, applicant_kind, address, unit_code, unit_name, in_territory) NOT IN (
    SELECT hash(patent_id, patent_type, first_applicant, applicant_kind, address, unit_code, unit_name, in_territory)
    FROM main.patent_events
)
