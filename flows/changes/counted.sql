INSERT INTO changed_counts
SELECT $table_name, count(*) FILTER (was_there IS NULL), count(*) FILTER (is_there IS NULL),
       count(*) FILTER (was_there AND is_there)
FROM pairs WHERE is_change
