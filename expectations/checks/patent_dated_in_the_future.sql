-- check: patent_dated_in_the_future
-- suite: patents
-- severity: warning
-- label_zh: 申请案的日期不晚于数据截至日
-- Of events this is critical (rule date_after_received); a filing date is only shown.
SELECT concat(patent_id, ' 的日期 ', greatest(filed_on, accepted_on, published_on, granted_on), ' 晚于数据截至日 ', as_of, '。') AS message
FROM main.patents
CROSS JOIN inputs.release
WHERE filed_on > as_of OR accepted_on > as_of OR published_on > as_of OR granted_on > as_of
