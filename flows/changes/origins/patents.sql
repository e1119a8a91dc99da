INSERT INTO changed_patents
SELECT $table_name, key, listed_under, coalesce(e.patent_id, l.patent_id) FROM pairs WHERE is_change
