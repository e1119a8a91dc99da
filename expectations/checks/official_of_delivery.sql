-- check: official_of_delivery
-- suite: official_totals
-- severity: critical
-- label_zh: 上级公布数都出自已入库的统计表
SELECT concat(totals.region, ' ', totals.month, ' ', totals.measure, ' 的出处不是已入库的统计表。') AS message
FROM main.official_totals AS totals
ANTI JOIN (
    FROM main.deliveries WHERE state = 'accepted' AND basis = 'official_aggregate'
) AS deliveries USING (delivery_id)
