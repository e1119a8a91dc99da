-- label_zh: 发明专利申请占比
-- aliases: [发明占比, 发明专利申请, 发明申请, 占比]
-- unit_zh: '%'
-- measure: ratio
-- numerator_zh: 发明
-- accumulate: months
-- event: application
-- forecast: true
-- official_measure: applications
-- page: docs/counting/invention_share.md
-- counting_rule: {unit: application, date: counting_month, place: first_applicant, weight: whole, basis: [receipt_records]}
-- series: applications
-- trace: {rows: applications, counted: counted_applications, patent_type: invention}
SELECT
    counting_month,
    reported_month,
    unit_code,
    basis,
    sum(CASE WHEN patent_type = 'invention' THEN events ELSE 0 END) AS numerator,
    sum(events) AS denominator
FROM step_event_totals
WHERE event = 'application'
GROUP BY ALL
