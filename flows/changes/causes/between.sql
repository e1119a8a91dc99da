-- Each line with the causes recorded on the way: of the value, else of the row, else the new files it now comes from.
CREATE OR REPLACE TEMP TABLE told AS
WITH new_files AS (
    SELECT DISTINCT changed_rows.table_name, changed_rows.listed_under AS key, '新到文件:' || deliveries.file_name AS cause
    FROM changed_rows
    JOIN later.main.deliveries AS deliveries USING (delivery_id)
    WHERE deliveries.state = 'accepted'
      AND delivery_id NOT IN (SELECT delivery_id FROM earlier.main.deliveries WHERE state = 'accepted')
),
of_values AS (
    SELECT table_name, key, column_name, list_sort(list_distinct(flatten(list(string_split(cause, ';'))))) AS causes
    FROM recorded WHERE is_value GROUP BY ALL
),
of_rows AS (
    SELECT table_name, key, list_sort(list_distinct(flatten(list(string_split(cause, ';'))))) AS causes
    FROM recorded GROUP BY ALL
),
of_files AS (
    SELECT table_name, key, list_sort(list(cause)) AS causes FROM new_files GROUP BY ALL
)
SELECT lines.*,
       coalesce(array_to_string(coalesce(of_values.causes, of_rows.causes, of_files.causes)[:$most_causes], ';'), $otherwise)
       AS cause
FROM lines
LEFT JOIN of_values USING (table_name, key, column_name)
LEFT JOIN of_rows USING (table_name, key)
LEFT JOIN of_files USING (table_name, key)
