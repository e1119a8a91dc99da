"""Ways to break a good candidate, each with the check that must see it: (suite.check, what was done, SQL)."""


def change(table: str, replaced: str, where: str = "true") -> str:
    """The table with columns replaced in the rows of a condition; no constraint stands in the way."""
    return (
        f"CREATE OR REPLACE TABLE main.{table} AS "
        f"SELECT * REPLACE ({replaced}) FROM main.{table} WHERE {where} UNION ALL SELECT * FROM main.{table} WHERE NOT ({where})"
    )


_ONE_EVENT = "row_number = 3 AND counting_month = '2013-02' AND event = 'application'"
_ONE_PATENT = "patent_id = (SELECT min(patent_id) FROM main.patents WHERE accepted_on >= DATE '2013-02-01')"
_FEBRUARY = "month = '2013-02' AND target_id = '{}'"
_APPLICATIONS, _SHARE, _GRANTS, _FIRMS = (
    _FEBRUARY.format(name)
    for name in ("patent_applications", "invention_share", "patent_grants", "new_demonstration_enterprises")
)
_FEED = "file_name = '平湖市专利申请受理明细_201302.csv'"
_FEED_ID = f"delivery_id = (SELECT delivery_id FROM main.deliveries WHERE {_FEED})"
_NEW_ROW = "INSERT INTO main.official_totals BY NAME SELECT {} AS delivery_id, '330482' AS region, '2013-02' AS month, 'applications' AS measure, 'month' AS period"  # noqa: E501


MUTATIONS = [
    # deliveries: rows by fate, dates, reasons
    ("deliveries.rows_by_fate", "a row lost", change("deliveries", "rows_accepted - 1 AS rows_accepted", _FEED)),
    ("deliveries.rows_by_fate", "rows of a held file", change("deliveries", "5 AS rows_read", "state = 'held'")),
    ("deliveries.rows_by_fate", "fate unknown", change("deliveries", "NULL::BIGINT AS rows_repeated", _FEED)),
    ("deliveries.rows_stored", "a row more than stored",
     change("deliveries", "rows_accepted + 1 AS rows_accepted, rows_read + 1 AS rows_read", _FEED)),
    ("deliveries.every_delivery_listed", "a file left out", f"DELETE FROM main.deliveries WHERE {_FEED}"),
    ("deliveries.every_delivery_listed", "a held file called accepted",
     change("deliveries", "'accepted' AS state", "state = 'held'")),
    ("deliveries.delivery_dates", "known before received", change("deliveries", "DATE '2013-01-01' AS known_on", _FEED)),
    ("deliveries.delivery_dates", "known after the day", change("deliveries", "DATE '2013-03-16' AS known_on", _FEED)),
    ("deliveries.held_has_reason", "no remedy", change("deliveries", "NULL::VARCHAR AS remedy", "state = 'held'")),
    ("deliveries.held_has_reason", "no basis", change("deliveries", "NULL::VARCHAR AS basis", _FEED)),
    ("deliveries.stated_total", "the sheet says another total",
     f"UPDATE inputs.delivery_facts SET stated_total = 197 WHERE {_FEED_ID}"),
    ("deliveries.quarantined_share", "half set aside", change("deliveries", "21 AS rows_quarantined", _FEED)),
    ("deliveries.held_share", "most files held", "UPDATE inputs.delivery_facts SET is_new = state = 'held'"),
    ("deliveries.fill_rates", "addresses gone",
     f"UPDATE inputs.fill_rates SET rows_filled = 3 WHERE column_name = 'address' AND {_FEED_ID}"),
    ("deliveries.feed_stale", "January's feed has not come 45 days after the month's end",
     "DELETE FROM inputs.delivered_feeds WHERE month = '2013-01' AND event = 'application';"
     "UPDATE inputs.release SET as_of = DATE '2013-03-17'"),
    # quarantine and warnings
    ("quarantine.quarantine_by_delivery", "rows set aside not listed", "DELETE FROM main.quarantine"),
    ("quarantine.quarantine_by_delivery", "a row set aside too many",
     "INSERT INTO main.quarantine SELECT * REPLACE (99 AS row_number) FROM main.quarantine"),
    ("row_warnings.warned_row_set_aside", "a warning about a row set aside",
     "INSERT INTO main.row_warnings SELECT * EXCLUDE (original) FROM main.quarantine"),
    # patent_events
    ("patent_events.set_aside_row_counted", "a row set aside that counts",
     change("patent_events", "(SELECT row_number FROM main.quarantine) AS row_number", _ONE_EVENT)),
    ("patent_events.events_of_accepted_files", "events of a held file",
     change("patent_events", "(SELECT delivery_id FROM main.deliveries WHERE state = 'held') AS delivery_id", _ONE_EVENT)),
    ("patent_events.events_of_accepted_files", "more events than rows",
     "INSERT INTO main.patent_events SELECT * REPLACE (patent_id || 'x' AS patent_id) FROM main.patent_events"),
    ("patent_events.event_in_its_month", "counted in another month",
     change("patent_events", "'2012-12' AS counting_month", _ONE_EVENT)),
    ("patent_events.event_in_its_month", "counted after the release's month",
     change("patent_events", "'2013-03' AS counting_month, DATE '2013-03-01' AS event_on", _ONE_EVENT)),
    ("patent_events.events_in_one_territory", "of another county, with a unit of ours",
     change("patent_events", "false AS in_territory", _ONE_EVENT)),
    ("patent_events.units_known", "a town renamed", change("patent_events", "'新埭街道' AS unit_name", "unit_name = '新埭镇'")),
    ("patent_events.units_known", "a unit code that is none", change("monthly_counts", "'330482999' AS unit_code")),
    ("patent_events.lookalike_in_territory", "Shenzhen's 平湖街道 counted",
     change("patent_events", "'广东省深圳市龙岗区平湖街道富安路1号' AS address", _ONE_EVENT)),
    ("patent_events.lookalike_in_territory", "without province and city",
     change("patent_events", "'龙岗平湖镇富安路1号' AS address", _ONE_EVENT)),
    ("patent_events.rule_applicant_missing", "no applicant",
     change("patent_events", "NULL::VARCHAR AS first_applicant", _ONE_EVENT)),
    ("patent_events.rule_date_after_received", "dated after it was received",
     change("patent_events", "DATE '2013-03-16' AS event_on", _ONE_EVENT)),
    ("patent_events.rule_date_before_1985", "dated before there were patents",
     change("patent_events", "DATE '1985-03-31' AS event_on", _ONE_EVENT)),
    ("patent_events.rule_no_counting_month", "an application of no month",
     change("patent_events", "NULL::VARCHAR AS counting_month", _ONE_EVENT)),
    # patents
    ("patents.patents_are_identities", "a patent lost", f"DELETE FROM main.patents WHERE {_ONE_PATENT}"),
    ("patents.patents_are_identities", "a patent without events",
     f"INSERT INTO main.patents SELECT * REPLACE ('CN1' AS patent_id) FROM main.patents WHERE {_ONE_PATENT}"),
    ("patents.patents_like_their_events", "a type swapped",
     change("patents", "'design' AS patent_type", _ONE_PATENT)),
    ("patents.patents_like_their_events", "another unit than its event's",
     change("patents", "'330482001' AS unit_code, '当湖街道' AS unit_name", "unit_code = '330482102'")),
    ("patents.patent_dates", "granted on another day", change("patents", "granted_on + 1 AS granted_on")),
    ("patents.patent_dates", "published without a publication", change("patents", "DATE '2013-02-06' AS published_on", _ONE_PATENT)),
    ("patents.application_number_sound", "a wrong check character",
     change("patents", "left(application_number, 13) || CASE right(application_number, 1) WHEN '1' THEN '2' ELSE '1' END AS application_number", _ONE_PATENT)),  # noqa: E501
    ("patents.application_number_sound", "a number of another type",
     change("patents", "CASE patent_type WHEN 'invention' THEN 'design' ELSE 'invention' END AS patent_type", _ONE_PATENT)),
    ("patents.application_number_sound", "no number at all", change("patents", "'2.0132E+11' AS application_number", _ONE_PATENT)),
    # monthly_counts
    ("monthly_counts.counts_equal_events", "one more than happened",
     change("monthly_counts", "applications + 1 AS applications", "month = '2013-02' AND applications = 2")),
    ("monthly_counts.counts_equal_events", "a month missing", "DELETE FROM main.monthly_counts WHERE month = '2013-01'"),
    ("monthly_counts.counts_equal_events", "events of elsewhere counted",
     change("patent_events", "false AS in_territory, NULL::VARCHAR AS unit_code", _ONE_EVENT)),
    ("monthly_counts.counts_equal_events", "applications and grants exchanged",
     change("monthly_counts", "grants AS applications, applications AS grants", "month = '2013-02'")),
    ("monthly_counts.parts_equal_totals", "a partial sum",
     "DELETE FROM main.monthly_counts WHERE unit_name = '未归属' AND month = '2013-02'"),
    ("monthly_counts.parts_equal_totals", "a town renamed", change("monthly_counts", "'新埭街道' AS unit_name", "unit_name = '新埭镇'")),
    ("monthly_counts.parts_equal_totals", "an applicant kind of its own",
     change("monthly_counts", "'其他' AS applicant_kind", "applicant_kind = '个人'")),
    ("monthly_counts.no_empty_count_rows", "a row of zeros",
     "INSERT INTO main.monthly_counts SELECT * REPLACE ('2012-07' AS month, 0 AS applications, 0 AS grants) FROM main.monthly_counts LIMIT 1"),  # noqa: E501
    ("monthly_counts.number_went_down", "a published number falls without a reason", "DELETE FROM inputs.gone_events"),
    ("monthly_counts.number_went_down", "a published month is gone",
     "DELETE FROM main.monthly_counts WHERE month = '2012-01'"),
    ("monthly_counts.unassigned_share", "half without a town",
     change("monthly_counts", "'330482000' AS unit_code, '未归属' AS unit_name", "month = '2013-02'")),
    ("monthly_counts.unclassified_share", "applicants not classified",
     change("monthly_counts", "'未分类' AS applicant_kind", "month = '2013-02'")),
    ("monthly_counts.month_volume", "three times the usual",
     change("monthly_counts", "applications * 3 AS applications", "month = '2013-02'")),
    ("monthly_counts.month_volume", "a tenth of the usual", "DELETE FROM main.monthly_counts WHERE month = '2013-02' AND unit_code <> '330482000'"),
    ("monthly_counts.empty_month", "a feed and nothing of ours in it", "DELETE FROM main.monthly_counts WHERE month = '2013-02'"),
    # scorecard
    ("scorecard.scorecard_complete", "a month missing", "DELETE FROM main.scorecard WHERE month = '2013-01'"),
    ("scorecard.scorecard_complete", "another target than the plan's", change("scorecard", "2200.0 AS target_value", _APPLICATIONS)),
    ("scorecard.scorecard_complete", "of another day", change("scorecard", "DATE '2013-03-01' AS as_of")),
    ("scorecard.scorecard_counted_again", "one too many", change("scorecard", "numerator + 1 AS numerator", _APPLICATIONS)),
    ("scorecard.scorecard_counted_again", "share of another total", change("scorecard", "denominator + 1 AS denominator", _SHARE)),
    ("scorecard.scorecard_counted_again", "January only",
     change("scorecard", "(SELECT any_value(numerator) FROM main.scorecard WHERE month = '2013-01' AND target_id = 'patent_grants') AS numerator", _GRANTS)),  # noqa: E501
    ("scorecard.scorecard_counted_again", "zero where no feed came",
     "DELETE FROM inputs.delivered_feeds WHERE month = '2013-02' AND event = 'application'"),
    ("scorecard.scorecard_enterprises_again", "a firm too many", change("scorecard", "numerator + 1 AS numerator", _FIRMS)),
    ("scorecard.scorecard_enterprises_again", "titles for firms", change("scorecard", "titles + 2 AS titles", _FIRMS)),
    ("scorecard.scorecard_value", "a share off by one", change("scorecard", "(numerator + 1) / denominator AS value", _SHARE)),
    ("scorecard.scorecard_value", "a share in per cent", change("scorecard", "value * 100 AS value", _SHARE)),
    ("scorecard.scorecard_shortfall", "one short of enough",
     change("scorecard", "shortfall - 1 AS shortfall", _APPLICATIONS)),
    ("scorecard.scorecard_shortfall", "more than needed", change("scorecard", "shortfall + 1 AS shortfall", _GRANTS)),
    ("scorecard.scorecard_shortfall", "share as if the total stood still",
     change("scorecard", "4 AS numerator, 79 AS denominator, 4 AS shortfall", _SHARE)),
    ("scorecard.scorecard_status", "met that is not", change("scorecard", "'met' AS status", _APPLICATIONS)),
    ("scorecard.scorecard_status", "below at exactly a tenth",
     change("scorecard", "10 AS numerator, 100 AS denominator, 'below' AS status", _SHARE)),
    ("scorecard.scorecard_status", "met by rounding", change("scorecard", "229 AS numerator, 2291 AS denominator", _SHARE)),
    ("scorecard.scorecard_readings", "the other reading is off",
     change("scorecard", "value_by_reported_month + 1 AS value_by_reported_month", _GRANTS)),
    ("scorecard.scorecard_no_feed", "a month that is there called missing",
     change("scorecard", "'missing' AS obs_status", _APPLICATIONS)),
    ("scorecard.scorecard_no_feed", "carried over a month without feed",
     "DELETE FROM inputs.delivered_feeds WHERE month = '2013-01' AND event = 'grant'"),
    ("scorecard.scorecard_progress", "linear progress of another month",
     change("scorecard", "0.25 AS time_progress", _APPLICATIONS)),
    ("scorecard.scorecard_progress", "completion of another number", change("scorecard", "completion * 2 AS completion", _GRANTS)),
    ("scorecard.scorecard_progress", "a share with a completion", change("scorecard", "1.0 AS completion", _SHARE)),
    ("scorecard.scorecard_forecast", "range upside down",
     change("scorecard", "900.0 AS forecast_total, 950.0 AS forecast_low, 850.0 AS forecast_high, 2 AS history_years", _APPLICATIONS)),
    ("scorecard.scorecard_forecast", "a forecast without history",
     change("scorecard", "900.0 AS forecast_total, 850.0 AS forecast_low, 950.0 AS forecast_high", _APPLICATIONS)),
    ("scorecard.year_without_targets", "no plan for the year", "DELETE FROM inputs.targets"),
    # demonstration_enterprises
    ("demonstration_enterprises.enterprise_new_once", "recognised twice at a level",
     "INSERT INTO main.demonstration_enterprises SELECT * REPLACE ('另一文号' AS document_number) FROM main.demonstration_enterprises WHERE is_new"),  # noqa: E501
    ("demonstration_enterprises.enterprise_new_is_first", "a notice counted",
     change("demonstration_enterprises", "'公示' AS event", "is_new")),
    ("demonstration_enterprises.enterprise_new_is_first", "recognised before",
     "INSERT INTO main.demonstration_enterprises SELECT * REPLACE (DATE '2012-01-01' AS event_on, false AS is_new) FROM main.demonstration_enterprises"),  # noqa: E501
    ("demonstration_enterprises.enterprises_of_lists", "of no list", change("demonstration_enterprises", "77 AS row_number")),
    ("demonstration_enterprises.enterprise_not_listed_again", "a firm no longer listed",
     "DELETE FROM inputs.enterprise_records WHERE name LIKE '%乙%' AND delivery_id = (SELECT delivery_id FROM main.deliveries WHERE file_name LIKE '%名录_201302%')"),  # noqa: E501
    ("demonstration_enterprises.rule_enterprise_date_after_received", "recognised after the list came",
     change("demonstration_enterprises", "DATE '2013-04-01' AS event_on")),
    ("demonstration_enterprises.rule_enterprise_event_unknown", "an event of no kind",
     change("demonstration_enterprises", "'未识别' AS event")),
    ("demonstration_enterprises.rule_enterprise_level_unknown", "a level of no kind",
     change("demonstration_enterprises", "'未识别' AS level")),
    ("demonstration_enterprises.rule_enterprise_name_missing", "a firm without name",
     change("demonstration_enterprises", "NULL::VARCHAR AS name")),
    # what the level above publishes
    ("official_totals.official_of_delivery", "a figure from nowhere", _NEW_ROW.format("'nowhere'")),
    ("official_totals.official_of_delivery", "our own feed as an official figure",
     _NEW_ROW.format(f"(SELECT delivery_id FROM main.deliveries WHERE {_FEED})")),
    ("reconciliation.difference_is_ours_less_official", "a difference bent to fit",
     "INSERT INTO main.reconciliation BY NAME SELECT '2013-02' AS month, 'applications' AS measure, '330482' AS unit_code, 79 AS ours, 81.0 AS official, 0.0 AS difference"),  # noqa: E501
]
