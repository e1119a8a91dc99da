DELETE FROM base_tables.events WHERE patent_id IN (SELECT patent_id FROM touched);
