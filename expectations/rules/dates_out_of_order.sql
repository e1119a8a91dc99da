-- rule: dates_out_of_order
-- severity: warning
-- label_zh: 日期先后颠倒
SELECT
    row_key,
    concat('申请日 ', filed_on, ' 晚于受理、公布或授权公告的日期 ', least(accepted_on, published_on, granted_on), ',先后颠倒。已照常统计,请核对。') AS reason
FROM {batch}
WHERE least(accepted_on, published_on, granted_on) < filed_on
