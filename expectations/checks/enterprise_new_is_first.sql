-- check: enterprise_new_is_first
-- suite: demonstration_enterprises
-- severity: critical
-- label_zh: 新增只认首次认定,公示不算
-- DECISIONS 12: first recognition of a firm at a level under this scheme; a revocation is later than what it revokes.
SELECT concat(enterprises.name, ' ', enterprises.level, ' ', enterprises.event, ' ', enterprises.event_on, ' 不应算作新增。') AS message
FROM main.demonstration_enterprises AS enterprises
LEFT JOIN main.demonstration_enterprises AS earlier
    ON enterprises.enterprise_id = earlier.enterprise_id
    AND enterprises.level = earlier.level
    AND earlier.event = '认定'
    AND coalesce(earlier.scheme, '专利示范') = '专利示范'
    AND earlier.event_on < enterprises.event_on
WHERE
    enterprises.is_new
    AND (
        enterprises.event <> '认定'
        OR enterprises.event_on IS NULL
        OR coalesce(enterprises.scheme, '专利示范') <> '专利示范'
        OR enterprises.revoked_on < enterprises.event_on
        OR earlier.enterprise_id IS NOT NULL
    )
