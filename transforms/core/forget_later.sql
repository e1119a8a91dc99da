DELETE FROM candidate.main.patent_events WHERE counting_month > getvariable('month');
DELETE FROM candidate.main.patents WHERE patent_id IN (SELECT patent_id FROM touched);
