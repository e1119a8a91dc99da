-- check: held_has_reason
-- suite: deliveries
-- severity: critical
-- label_zh: 待确认文件都写明原因和处理办法
SELECT
    concat(file_name, CASE state WHEN 'held' THEN ' 没有原因或处理办法。' ELSE ' 已入库,却没有来源、口径,或写着待确认的原因。' END)
        AS message
FROM main.deliveries
WHERE
    (state = 'held' AND (reason IS NULL OR remedy IS NULL))
    OR (state = 'accepted' AND (source IS NULL OR basis IS NULL OR reason IS NOT NULL))
