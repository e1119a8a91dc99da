"""Over every combination of what cleaning may give: what passes the rules can be counted."""

import duckdb
import pytest

from expectations.rules import load_rules, rules_of, run_rules

COMBINATIONS = """
CREATE TABLE batch AS
WITH states AS (SELECT unnest(['ok', 'check_inferred', 'wrong_check', 'destroyed', 'malformed', 'missing', NULL]) AS number_state),
stems AS (SELECT unnest(['CN203000006', NULL]) AS publication_stem),
kinds AS (SELECT unnest(['A', 'B', 'U9', 'T', NULL]) AS document_kind),
types AS (SELECT unnest(['invention', NULL]) AS patent_type),
applications AS (SELECT unnest([DATE '2013-01-08', DATE '2013-03-01', NULL]) AS application_on),
months AS (SELECT unnest(['2013-01', NULL]) AS application_month),
publications AS (SELECT unnest([DATE '2013-01-09', NULL]) AS publication_on),
grants AS (SELECT unnest([DATE '2013-01-10', DATE '1984-01-01', NULL]) AS grant_on),
unreadable AS (SELECT unnest(['filing_date', 'acceptance_date', 'publication_date,grant_date', NULL]) AS unreadable_dates)
SELECT
    row_number() OVER () AS row_key, *,
    NULL::VARCHAR AS out_of_scope, NULL::INTEGER AS surplus_cells, 'x' AS number_text, 'x' AS application_number, 'x' AS publication_number,
    coalesce(document_kind = 'U9', false) AS is_correction,
    CASE WHEN number_state IN ('ok', 'check_inferred') THEN '201320022825.4' ELSE publication_stem END AS patent_id,
    NULL::VARCHAR AS type_by_word, false AS type_conflict, DATE '2013-01-03' AS filed_on, NULL::DATE AS accepted_on,
    publication_on AS published_on, grant_on AS granted_on, 'a' AS first_applicant, 'b' AS address,
    true AS in_territory, 'u' AS unit_name, 'receipt_records' AS basis, DATE '2013-02-15' AS received_on, '2013-01' AS feed_month
FROM states, stems, kinds, types, applications, months, publications, grants, unreadable
"""  # noqa: E501


@pytest.fixture(scope="module")
def judged() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(COMBINATIONS)
    run_rules(connection, load_rules(), "batch", "records")
    aside = "SELECT row_key FROM found WHERE severity = 'set_aside'"
    connection.execute(f"CREATE TEMP VIEW passed AS FROM batch WHERE row_key NOT IN ({aside})")
    return connection


def rows(connection: duckdb.DuckDBPyConnection, condition: str) -> int:
    result = connection.execute(f"SELECT count(*) FROM passed WHERE {condition}").fetchone()
    assert result is not None
    return int(result[0])


@pytest.mark.parametrize(
    "condition",
    [
        "patent_id IS NULL",
        "patent_type IS NULL",
        "number_state = 'wrong_check'",
        "document_kind = 'T'",
        "coalesce(application_on, publication_on, grant_on) IS NULL AND document_kind IS DISTINCT FROM 'U9'",
        "coalesce(publication_on, grant_on) IS NULL AND application_on IS NOT NULL AND application_month IS NULL",
        "greatest(application_on, publication_on, grant_on) > received_on",
        "least(application_on, publication_on, grant_on) < DATE '1985-01-01'",
    ],
)
def test_passed_rows_can_be_counted(judged: duckdb.DuckDBPyConnection, condition: str) -> None:
    assert rows(judged, "true") > 100
    assert rows(judged, condition) == 0


def test_each_defect_of_identity_is_named_once(judged: duckdb.DuckDBPyConnection) -> None:
    counted = judged.execute(
        "SELECT count(*) FROM (SELECT row_key FROM found JOIN batch USING (row_key) WHERE patent_id IS NULL"
        " AND rule IN ('no_identity', 'number_malformed', 'number_destroyed', 'wrong_check_digit')"
        " GROUP BY row_key HAVING count(*) > 1)"
    ).fetchone()
    assert counted == (0,)


def test_together_they_find_what_each_finds_alone(judged: duckdb.DuckDBPyConnection) -> None:
    named = "SELECT row_key FROM found WHERE rule = ? ORDER BY 1"
    for rule in rules_of(load_rules(), "records"):
        kept = "batch" if rule.severity == "set_aside" else "passed"
        alone = judged.execute(f"SELECT row_key FROM ({rule.statement(kept)}) ORDER BY 1").fetchall()
        assert judged.execute(named, [rule.rule]).fetchall() == alone, rule.rule
