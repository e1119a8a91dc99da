-- label_zh: 专利申请量
-- aliases: [申请量, 专利申请]
-- unit_zh: 件
-- measure: count
-- accumulate: months
-- event: application
-- forecast: true
-- official_measure: applications
-- page: docs/counting/patent_applications.md
-- counting_rule: {unit: application, date: counting_month, place: first_applicant, weight: whole, basis: [receipt_records]}
-- series: applications
-- trace: {rows: applications, counted: counted_applications, patent_type: null}
SELECT
    counting_month,
    reported_month,
    unit_code,
    basis,
    sum(events) AS numerator
FROM step_event_totals
WHERE event = 'application'
GROUP BY ALL
