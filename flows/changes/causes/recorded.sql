-- What one release on the way said about the same values, or about the same row.
INSERT INTO recorded
SELECT DISTINCT lines.table_name, lines.key, lines.column_name, noted.cause, noted.column_name = lines.column_name
FROM lines
JOIN noted.main.release_changes AS noted USING (table_name, key)
WHERE noted.cause IS NOT NULL
