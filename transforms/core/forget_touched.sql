DELETE FROM base.events WHERE patent_id IN (SELECT patent_id FROM touched);
