INSERT INTO warehouse.deliveries BY NAME
SELECT $delivery_id AS delivery_id, $file_name AS file_name, 'held' AS state, $reason AS reason, $remedy AS remedy,
       $received_on AS received_on;
