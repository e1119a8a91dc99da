INSERT INTO changed_rows
SELECT $table_name, key, listed_under, e.delivery_id, NULL, NULL FROM pairs WHERE was_there
UNION
SELECT $table_name, key, listed_under, l.delivery_id, NULL, NULL FROM pairs WHERE is_there
