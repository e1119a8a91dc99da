-- The city's year to date beside that of the level above: totals, and inventions among them.
SELECT reconciliation.measure, reconciliation.patent_type, reconciliation.ours, reconciliation.official,
       reconciliation.difference, reconciliation.unexplained, reconciliation.explanation
FROM main.reconciliation AS reconciliation
JOIN bulletin_period AS period ON reconciliation.month = period.month AND reconciliation.unit_code = period.city_code
WHERE
    reconciliation.period = 'year_to_date'
    AND (reconciliation.patent_type IS NULL OR reconciliation.patent_type = 'invention')
ORDER BY reconciliation.measure, reconciliation.patent_type NULLS FIRST
