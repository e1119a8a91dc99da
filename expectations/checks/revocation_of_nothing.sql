-- check: revocation_of_nothing
-- suite: demonstration_enterprises
-- severity: warning
-- label_zh: 撤销都对应此前的认定
-- DECISIONS 12: 试点 and 知识产权示范 are other schemes, which nothing here recognises.
WITH counted AS (
    SELECT * FROM main.demonstration_enterprises WHERE coalesce(scheme, '专利示范') = '专利示范'
)

SELECT
    concat(
        concat_ws(' ', deliveries.file_name, nullif(revoked.sheet, '')), ' 第', revoked.row_number, '行撤销 ', revoked.name,
        coalesce('(' || revoked.level || ')', ''), ',此前却没有它在这一级别的认定,撤销没有起作用。请核对名称、级别和日期。'
    ) AS message
FROM counted AS revoked
JOIN main.deliveries AS deliveries USING (delivery_id)
LEFT JOIN counted AS recognised
    ON
        revoked.enterprise_id = recognised.enterprise_id
        AND (revoked.level = recognised.level OR revoked.level IS NULL)
        AND recognised.event = '认定'
        AND recognised.event_on <= revoked.event_on
WHERE revoked.event IN ('撤销', '取消') AND recognised.enterprise_id IS NULL
