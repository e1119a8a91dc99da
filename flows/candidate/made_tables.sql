SELECT table_name FROM duckdb_tables() WHERE database_name = 'candidate' AND schema_name = 'main'
UNION ALL
SELECT view_name FROM duckdb_views() WHERE database_name = 'candidate' AND schema_name = 'main';
