-- check: delivery_dates
-- suite: deliveries
-- severity: critical
-- label_zh: 文件的日期不晚于数据截至日
-- received on, then known, then published as of.
SELECT
    concat(file_name, ' 收到于 ', received_on, ',入库于 ', coalesce(CAST(known_on AS VARCHAR), '(未入库)'), ',数据截至 ', as_of, '。')
        AS message
FROM main.deliveries
CROSS JOIN inputs.release
WHERE received_on > coalesce(known_on, as_of) OR known_on > as_of OR (state = 'accepted' AND known_on IS NULL)
