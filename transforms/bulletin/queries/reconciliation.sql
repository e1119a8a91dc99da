-- The city's figures of the month beside those of the level above.
SELECT reconciliation.measure, reconciliation.ours, reconciliation.official, reconciliation.difference,
       reconciliation.explanation
FROM main.reconciliation AS reconciliation
JOIN bulletin_period AS period ON reconciliation.month = period.month AND reconciliation.unit_code = period.city_code
WHERE reconciliation.official IS NOT NULL
ORDER BY reconciliation.measure
