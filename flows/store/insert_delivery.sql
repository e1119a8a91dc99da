INSERT INTO warehouse.deliveries BY NAME
SELECT $delivery_id AS delivery_id, $sequence AS sequence, $file_name AS file_name, 'accepted' AS state,
       $source AS source, $basis AS basis, $coverage AS coverage, $table_name AS table_name, $events AS events,
       $attributed_to AS attributed_to, $feed_month AS feed_month, $part AS part, $relation AS relation, $sheets AS sheets,
       $received_on AS received_on, $known_on AS known_on,
       $rows_read AS rows_read, $rows_recorded AS rows_recorded, $rows_quarantined AS rows_quarantined,
       $rows_out_of_scope AS rows_out_of_scope, $stated_total AS stated_total, $unknown_headers AS unknown_headers;
