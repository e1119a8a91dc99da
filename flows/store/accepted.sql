SELECT delivery_id, source, coverage, feed_month, rows_recorded + rows_quarantined > 0
FROM warehouse.deliveries
WHERE state = 'accepted';
