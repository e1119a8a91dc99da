SELECT data_dictionary.table_name, tables.comment AS table_zh, column_name, label_zh, data_type, unit, description_zh
FROM main.data_dictionary
LEFT JOIN duckdb_tables() AS tables
    ON
        tables.table_name = data_dictionary.table_name
        AND tables.schema_name = 'main'
        AND tables.database_name = current_database()
ORDER BY data_dictionary.table_name, data_dictionary.rowid
