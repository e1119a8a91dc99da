INSERT INTO changed_rows
SELECT $table_name, key, listed_under, e.delivery_id, e.sheet, e.row_number FROM pairs WHERE was_there
UNION
SELECT $table_name, key, listed_under, l.delivery_id, l.sheet, l.row_number FROM pairs WHERE is_there
