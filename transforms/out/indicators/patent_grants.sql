-- label_zh: 专利授权量
-- aliases: [授权量, 专利授权]
-- unit_zh: 件
-- measure: count
-- accumulate: months
-- event: grant
-- forecast: true
-- official_measure: grants
-- page: docs/counting/patent_grants.md
-- counting_rule: {unit: application, date: counting_month, place: first_applicant, weight: whole, basis: [receipt_records, public_documents]}
-- series: grants
-- trace: {rows: grants, counted: counted_grants, patent_type: null}
SELECT
    counting_month,
    reported_month,
    unit_code,
    basis,
    sum(events) AS numerator
FROM step_event_totals
WHERE event = 'grant'
GROUP BY ALL
