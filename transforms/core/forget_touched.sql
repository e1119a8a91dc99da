DELETE FROM derived.main.patent_events WHERE patent_id IN (SELECT patent_id FROM touched);
DELETE FROM derived.main.patents WHERE patent_id IN (SELECT patent_id FROM touched);
