-- check: patents_like_their_events
-- suite: patents
-- severity: critical
-- label_zh: 申请案的类型、申请人和归属取自其事件
-- DESIGN 8: those of the application event, else of the grant. Compared by hash, as a whole.
SELECT concat(patents.patent_id, ' 没有事件,或类型、第一申请人、地址、归属与其事件都不同。') AS message
FROM main.patents AS patents
ANTI JOIN (
    SELECT
        hash(patent_id, patent_type, first_applicant, applicant_kind, address, unit_code, unit_name, in_territory) AS said
    FROM main.patent_events
) AS events
    ON events.said = hash(
        patents.patent_id, patents.patent_type, patents.first_applicant, patents.applicant_kind, patents.address,
        patents.unit_code, patents.unit_name, patents.in_territory
    )
