SELECT delivery_id
FROM warehouse.deliveries
WHERE state = 'accepted' AND (coverage <> 'month' OR rows_recorded + rows_quarantined > 0);
