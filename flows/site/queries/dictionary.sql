SELECT table_name, column_name, label_zh, data_type, unit, description_zh
FROM main.data_dictionary
ORDER BY table_name, rowid
