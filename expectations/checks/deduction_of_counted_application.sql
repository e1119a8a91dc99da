-- check: deduction_of_counted_application
-- suite: deductions
-- severity: critical
-- label_zh: 扣减只减去本市计入的申请,每件一次
-- As the application's own event says it, in a year whose rule takes such applications out (DECISIONS 13).
WITH effective AS (
    FROM main.deductions WHERE effective
)

SELECT concat(patent_id, ' 不是本市已计入的这样一件申请,不能扣减。') AS message
FROM effective
ANTI JOIN (FROM main.patent_events WHERE in_territory AND event = 'application' AND basis = 'receipt_records') AS events
    USING (patent_id, counting_month, unit_code, patent_type, applicant_kind)
UNION ALL
SELECT concat(patent_id, ' 被扣减了', count(*), '次。') AS message
FROM effective
GROUP BY patent_id
HAVING count(*) > 1
UNION ALL
SELECT concat(patent_id, ' 计入 ', counting_month, ',该年的计数规则不减去“', reason, '”的申请。') AS message
FROM effective
ANTI JOIN main.counting_rules AS rules
    ON rules.series = 'applications'
    AND CAST(left(effective.counting_month, 4) AS INTEGER) BETWEEN rules.from_year AND rules.to_year
    AND list_contains(string_split(rules.deducted_reasons, '; '), effective.reason)
