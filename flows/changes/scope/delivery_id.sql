-- Rows of files that both releases know.
SELECT * FROM changed
WHERE delivery_id IN (SELECT delivery_id FROM earlier.main.deliveries WHERE state = 'accepted')
  AND delivery_id IN (SELECT delivery_id FROM later.main.deliveries WHERE state = 'accepted')
