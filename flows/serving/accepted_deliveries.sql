SELECT delivery_id, file_name, source, month
FROM main.deliveries
WHERE state = 'accepted'
ORDER BY ALL;
