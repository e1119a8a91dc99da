"""Ways to break what was counted, each with the check that must see it: (suite.check, what was done, SQL)."""

from tests.data.checks.breaking import change

_ONE_EVENT = "row_number = 3 AND counting_month = '2013-02' AND event = 'application'"
_FEBRUARY = "month = '2013-02' AND target_id = '{}'"
_APPLICATIONS, _SHARE, _GRANTS, _FIRMS = (
    _FEBRUARY.format(name)
    for name in ("patent_applications", "invention_share", "patent_grants", "new_demonstration_enterprises")
)
_FEED = "file_name = '平湖市专利申请受理明细_201302.csv'"
_NEW_TOTAL = (
    "INSERT INTO main.official_totals BY NAME SELECT {} AS delivery_id, '330482' AS region, '2013-02' AS month, "
    "'applications' AS measure, 'month' AS period"
)

_NEW_FIGURE = (
    "INSERT INTO main.reconciliation BY NAME SELECT '2013-02' AS month, 'applications' AS measure, '330482' AS unit_code, "
    "'month' AS period, 'receipt_records' AS own_basis, {}"
)

RESULT_MUTATIONS = [
    # monthly_counts
    ("monthly_counts.counts_equal_events", "one more than happened",
     change("monthly_counts", "applications + 1 AS applications", "month = '2013-02' AND applications = 2")),
    ("monthly_counts.counts_equal_events", "a month missing",
     "DELETE FROM main.monthly_counts WHERE month = '2013-01'"),
    ("monthly_counts.counts_equal_events", "events of elsewhere counted",
     change("patent_events", "false AS in_territory, NULL::VARCHAR AS unit_code", _ONE_EVENT)),
    ("monthly_counts.counts_equal_events", "applications and grants exchanged",
     change("monthly_counts", "grants AS applications, applications AS grants", "month = '2013-02'")),
    ("monthly_counts.parts_equal_totals", "a partial sum",
     "DELETE FROM main.monthly_counts WHERE unit_name = '未归属' AND month = '2013-02'"),
    ("monthly_counts.parts_equal_totals", "a town renamed",
     change("monthly_counts", "'新埭街道' AS unit_name", "unit_name = '新埭镇'")),
    ("monthly_counts.parts_equal_totals", "an applicant kind of its own",
     change("monthly_counts", "'其他' AS applicant_kind", "applicant_kind = '个人'")),
    ("monthly_counts.no_empty_count_rows", "a row of zeros",
     "INSERT INTO main.monthly_counts SELECT * REPLACE ('2012-07' AS month, 0 AS applications, 0 AS grants) "
     "FROM main.monthly_counts LIMIT 1"),
    ("monthly_counts.number_went_down", "a published number falls without a reason",
     "DELETE FROM inputs.gone_events"),
    ("monthly_counts.number_went_down", "a published month is gone",
     "DELETE FROM main.monthly_counts WHERE month = '2012-01'"),
    ("monthly_counts.unassigned_share", "half without a town",
     change("monthly_counts", "'330482000' AS unit_code, '未归属' AS unit_name", "month = '2013-02'")),
    ("monthly_counts.unclassified_share", "applicants not classified",
     change("monthly_counts", "'未分类' AS applicant_kind", "month = '2013-02'")),
    ("monthly_counts.month_volume", "three times the usual",
     change("monthly_counts", "applications * 3 AS applications", "month = '2013-02'")),
    ("monthly_counts.month_volume", "a tenth of the usual",
     "DELETE FROM main.monthly_counts WHERE month = '2013-02' AND unit_code <> '330482000'"),
    ("monthly_counts.empty_month", "a feed and nothing of ours in it",
     "DELETE FROM main.monthly_counts WHERE month = '2013-02'"),
    # scorecard
    ("scorecard.scorecard_complete", "a month missing", "DELETE FROM main.scorecard WHERE month = '2013-01'"),
    ("scorecard.scorecard_complete", "another target than the plan's",
     change("scorecard", "2200.0 AS target_value", _APPLICATIONS)),
    ("scorecard.scorecard_complete", "of another day", change("scorecard", "DATE '2013-03-01' AS as_of")),
    ("scorecard.scorecard_counted_again", "one too many",
     change("scorecard", "numerator + 1 AS numerator", _APPLICATIONS)),
    ("scorecard.scorecard_counted_again", "share of another total",
     change("scorecard", "denominator + 1 AS denominator", _SHARE)),
    ("scorecard.scorecard_counted_again", "January only",
     change("scorecard", "36 AS numerator, 36.0 AS value", _GRANTS)),
    ("scorecard.scorecard_counted_again", "zero where no feed came",
     "DELETE FROM inputs.delivered_feeds WHERE month = '2013-02' AND event = 'application'"),
    ("scorecard.scorecard_enterprises_again", "a firm too many",
     change("scorecard", "numerator + 1 AS numerator", _FIRMS)),
    ("scorecard.scorecard_enterprises_again", "titles for firms",
     change("scorecard", "titles + 2 AS titles", _FIRMS)),
    ("scorecard.scorecard_value", "a share off by one",
     change("scorecard", "(numerator + 1) / denominator AS value", _SHARE)),
    ("scorecard.scorecard_value", "a share in per cent", change("scorecard", "value * 100 AS value", _SHARE)),
    ("scorecard.scorecard_shortfall", "one short of enough",
     change("scorecard", "shortfall - 1 AS shortfall", _APPLICATIONS)),
    ("scorecard.scorecard_shortfall", "more than needed",
     change("scorecard", "shortfall + 1 AS shortfall", _GRANTS)),
    ("scorecard.scorecard_shortfall", "share as if the total stood still",
     change("scorecard", "4 AS numerator, 79 AS denominator, 4 AS shortfall", _SHARE)),
    ("scorecard.scorecard_status", "met that is not", change("scorecard", "'met' AS status", _APPLICATIONS)),
    ("scorecard.scorecard_status", "below at exactly a tenth",
     change("scorecard", "10 AS numerator, 100 AS denominator, 'below' AS status", _SHARE)),
    ("scorecard.scorecard_status", "met by rounding",
     change("scorecard", "229 AS numerator, 2291 AS denominator", _SHARE)),
    ("scorecard.scorecard_readings", "the other reading is off",
     change("scorecard", "value_by_reported_month + 1 AS value_by_reported_month", _GRANTS)),
    ("scorecard.scorecard_no_feed", "a month that is there called missing",
     change("scorecard", "'missing' AS obs_status", _APPLICATIONS)),
    ("scorecard.scorecard_no_feed", "carried over a month without feed",
     "DELETE FROM inputs.delivered_feeds WHERE month = '2013-01' AND event = 'grant'"),
    ("scorecard.scorecard_progress", "linear progress of another month",
     change("scorecard", "0.25 AS time_progress", _APPLICATIONS)),
    ("scorecard.scorecard_progress", "completion of another number",
     change("scorecard", "completion * 2 AS completion", _GRANTS)),
    ("scorecard.scorecard_progress", "a share with a completion",
     change("scorecard", "1.0 AS completion", _SHARE)),
    ("scorecard.scorecard_forecast", "range upside down",
     change("scorecard", "9e2 AS forecast_total, 1e3 AS forecast_low, 8e2 AS forecast_high, 2 AS history_years", _APPLICATIONS)),
    ("scorecard.scorecard_forecast", "a forecast without history",
     change("scorecard", "9e2 AS forecast_total, 8e2 AS forecast_low, 950.0 AS forecast_high", _APPLICATIONS)),
    ("scorecard.year_without_targets", "no plan for the year", "DELETE FROM inputs.targets"),
    # demonstration_enterprises
    ("demonstration_enterprises.enterprise_new_once", "recognised twice at a level",
     "INSERT INTO main.demonstration_enterprises SELECT * REPLACE ('另一文号' AS document_number) "
     "FROM main.demonstration_enterprises WHERE is_new"),
    ("demonstration_enterprises.enterprise_new_is_first", "a notice counted",
     change("demonstration_enterprises", "'公示' AS event", "is_new")),
    ("demonstration_enterprises.enterprise_new_is_first", "recognised before",
     "INSERT INTO main.demonstration_enterprises SELECT * REPLACE (DATE '2012-01-01' AS event_on, false AS is_new) "
     "FROM main.demonstration_enterprises"),
    ("demonstration_enterprises.enterprises_of_lists", "of no list",
     change("demonstration_enterprises", "77 AS row_number")),
    ("demonstration_enterprises.enterprise_not_listed_again", "a firm no longer listed",
     "DELETE FROM inputs.enterprise_records WHERE name LIKE '%乙%' AND delivery_id = (SELECT delivery_id "
     "FROM main.deliveries WHERE file_name LIKE '%名录_201302%')"),
    ("demonstration_enterprises.rule_enterprise_date_after_received", "recognised after the list came",
     change("demonstration_enterprises", "DATE '2013-04-01' AS event_on")),
    ("demonstration_enterprises.rule_enterprise_event_unknown", "an event of no kind",
     change("demonstration_enterprises", "'未识别' AS event")),
    ("demonstration_enterprises.rule_enterprise_level_unknown", "a level of no kind",
     change("demonstration_enterprises", "'未识别' AS level")),
    ("demonstration_enterprises.rule_enterprise_name_missing", "a firm without name",
     change("demonstration_enterprises", "NULL::VARCHAR AS name")),
    # what the level above publishes
    ("official_totals.official_of_delivery", "a figure from nowhere", _NEW_TOTAL.format("'nowhere'")),
    ("official_totals.official_of_delivery", "our own feed as an official figure",
     _NEW_TOTAL.format(f"(SELECT delivery_id FROM main.deliveries WHERE {_FEED})")),
    ("reconciliation.difference_is_ours_less_official", "a difference bent to fit",
     _NEW_FIGURE.format("79 AS ours, 81.0 AS official, 0.0 AS difference")),
    ("reconciliation.explained_and_unexplained", "an explanation too many",
     _NEW_FIGURE.format("-2.0 AS difference, -3 AS late_arrivals, 0.0 AS unexplained, 0 AS deductions, 0 AS quarantined, "
                        "0 AS out_of_territory, 0 AS repeats, 0 AS other_basis, 0 AS other_rule, 0 AS replaced")),
    ("reconciliation.ours_is_what_we_count", "our number bent to fit", _NEW_FIGURE.format("41 AS ours")),
    # deductions
    ("deductions.deduction_of_counted_application", "deducted under a rule that deducts nothing",
     change("deductions", "true AS effective")),
    ("deductions.deduction_of_counted_application", "deducted in another month",
     change("deductions", "true AS effective, '2013-02' AS counting_month")),
    ("deductions.deduction_of_counted_application", "deducted twice",
     "INSERT INTO main.deductions SELECT deductions.* REPLACE (true AS effective, place AS row_number) "
     "FROM main.deductions, range(7, 9) AS places (place)"),
    ("monthly_counts.counts_equal_events", "a deduction that was not taken out", change("deductions", "true AS effective")),
    ("deductions.rule_deduction_date_after_received", "a notice of tomorrow",
     change("deductions", "received_on + 1 AS deducted_on")),
    ("deductions.rule_deduction_date_missing", "no date", change("deductions", "NULL::DATE AS deducted_on")),
    ("deductions.rule_deduction_number_unusable", "no application", change("deductions", "NULL::VARCHAR AS patent_id")),
    ("deductions.rule_deduction_reason_unknown", "no reason", change("deductions", "NULL::VARCHAR AS reason")),
]
