-- A replaced file, or a full list received again: the same rows, found elsewhere.
INSERT INTO lines
SELECT $table_name, $key, 'delivery_id', NULL, count(*) || ' 行'
FROM pairs WHERE NOT is_change
HAVING count(*) > 0
