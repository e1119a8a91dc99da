"""Ways to break what the level above publishes and how we compare: (suite.check, what was done, SQL)."""

_FEED = "file_name = '平湖市专利申请受理明细_201302.csv'"
NEW_TOTAL = (
    "INSERT INTO main.official_totals BY NAME SELECT {} AS delivery_id, '330482' AS region, '2013-02' AS month, "
    "'applications' AS measure, 'month' AS period"
)

_NEW_FIGURE = (
    "INSERT INTO main.reconciliation BY NAME SELECT '2013-02' AS month, 'applications' AS measure, '330482' AS unit_code, "
    "'month' AS period, 'receipt_records' AS own_basis, {}"
)

FIGURE_MUTATIONS = [
    # what the level above publishes
    ("official_totals.official_of_delivery", "a figure from nowhere", NEW_TOTAL.format("'nowhere'")),
    ("official_totals.official_of_delivery", "our own feed as an official figure",
     NEW_TOTAL.format(f"(SELECT delivery_id FROM main.deliveries WHERE {_FEED})")),
    ("reconciliation.difference_is_ours_less_official", "a difference bent to fit",
     _NEW_FIGURE.format("79 AS ours, 81.0 AS official, 0.0 AS difference")),
    ("reconciliation.explained_and_unexplained", "an explanation too many",
     _NEW_FIGURE.format("-2.0 AS difference, -3 AS late_arrivals, 0.0 AS unexplained, 0 AS deductions, 0 AS quarantined, "
                        "0 AS out_of_territory, 0 AS repeats, 0 AS other_basis, 0 AS other_rule, 0 AS replaced")),
    ("reconciliation.reconciliation_of_tables", "a published figure not compared",
     NEW_TOTAL.format("'of a table'").replace("'month' AS period", "'month' AS period, 79.0 AS value")),
    ("reconciliation.reconciliation_of_tables", "compared with a figure nobody published",
     _NEW_FIGURE.format("81.0 AS official")),
    ("reconciliation.reconciliation_to_the_row", "late arrivals without rows",
     _NEW_FIGURE.format("-2.0 AS difference, -2 AS late_arrivals, 0 AS deductions")),
    ("reconciliation.reconciliation_to_the_row", "half the rows set aside for an explanation",
     "INSERT INTO main.reconciliation_rows BY NAME SELECT '2013-02' AS month, 'applications' AS measure, "
     "'quarantined' AS cause, -1 AS effect FROM range(2); "
     + _NEW_FIGURE.format("-1.0 AS difference, -1 AS quarantined")),
    ("reconciliation.reconciliation_to_the_row", "readings that differ by nothing",
     _NEW_FIGURE.format("0.0 AS difference, 79 AS ours, 80 AS ours_by_reported_month, 0 AS late_arrivals")),
    ("reconciliation.ours_is_what_we_count", "our number bent to fit", _NEW_FIGURE.format("41 AS ours")),
]
