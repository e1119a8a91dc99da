-- check: led_by_its_application
-- suite: patents
-- severity: critical
-- label_zh: 申请案的类型、申请人和归属取自其申请,没有申请的取自授权
-- DESIGN 8. patents is a view of the leading rows of base_tables.events (flows/store/derived.sql), so that a patent says
-- what its leading event says; which one leads is what can be wrong.
WITH ranked AS (
    SELECT
        patent_id,
        event,
        is_leading,
        list_position(['application', 'grant', 'publication'], event) AS event_rank,
        list_position(['receipt_records', 'public_documents', 'department_report'], basis) AS basis_rank
    FROM base_tables.events
)

SELECT concat(leader.patent_id, ' 取自其', leader.event, '事件,却另有应优先的', others.event, '事件。') AS message
FROM ranked AS leader
JOIN ranked AS others USING (patent_id)
WHERE leader.is_leading AND NOT others.is_leading
    AND (others.event_rank, others.basis_rank) < (leader.event_rank, leader.basis_rank)
