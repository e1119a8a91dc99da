"""The comparison of one table as SQL, made from its contract; identifiers are quoted, nothing else is put in."""

from expectations.contracts import Column
from flows.changes.shape import Shape, as_text
from flows.publishing.content import hashed
from flows.publishing.quoting import column_list, quote_identifier, quote_text

# Details of a table of things (patents, events, rows set aside); what goes beyond is counted column by column.
MOST_KEYS = 10_000
WHOLE_ROW = "row"
THE_REST = "其余"
# Rows that say the same and now come from another file or place are counted, not listed.
THE_ORIGIN = "出处"


def touched_rows(shape: Shape, side: str, relation: str) -> str:
    """The rows of one side's table that are of the patents in `touched`, as a small table of its own: `<side>_touched`."""
    columns = column_list(tuple(column.name for column in shape.columns))
    return f"CREATE OR REPLACE TEMP TABLE {side}_touched AS SELECT {columns} FROM {relation} WHERE patent_id IN (FROM touched)"


def changed_keys(shape: Shape, earlier: str, later: str) -> str:
    """Keys of rows that one of two relations has alone in this wording: two anti-joins over one hash a row."""
    keys, values = column_list(shape.key), ", ".join(hashed(column) for column in shape.columns)
    return f"""
        CREATE OR REPLACE TEMP TABLE changed_keys AS
        WITH earlier_hashes AS (SELECT {keys}, hash({values}) AS row_hash FROM {earlier}),
             later_hashes AS (SELECT {keys}, hash({values}) AS row_hash FROM {later})
        SELECT {keys} FROM earlier_hashes ANTI JOIN later_hashes USING (row_hash)
        UNION
        SELECT {keys} FROM later_hashes ANTI JOIN earlier_hashes USING (row_hash)
    """


def rows_of(shape: Shape, side: str, relation: str, scope: str) -> str:
    """The rows of one side under a changed key, as far as both releases claim them (`scope` selects from `changed`)."""
    columns = ", ".join(f"published.{quote_identifier(column.name)}" for column in shape.columns)
    return f"""
        CREATE OR REPLACE TEMP TABLE {side}_rows AS
        WITH changed AS (
            SELECT {columns} FROM {relation} AS published
            SEMI JOIN changed_keys ON {shape.same_key("published", "changed_keys")}
        )
        {scope.replace("{side}", side)}
    """


def pairs(shape: Shape) -> str:
    """The two wordings of every row; those that say something else first, numbered in the order of the key's text."""
    most = "NULL" if shape.is_count else str(MOST_KEYS)
    differs = " OR ".join(["e.was_there IS NULL", "l.is_there IS NULL", *map(_differs, shape.values)])
    return f"""
        CREATE OR REPLACE TEMP TABLE pairs AS
        SELECT {shape.key_text("e", "l")} AS key, {differs} AS is_change,
               row_number() OVER (PARTITION BY is_change ORDER BY key) AS place,
               CASE WHEN NOT is_change THEN {quote_text(THE_ORIGIN)} WHEN place > {most} THEN {quote_text(THE_REST)}
                    ELSE key END AS listed_under,
               e.was_there, l.is_there, e, l
        FROM (SELECT *, true AS was_there FROM earlier_rows) AS e
        FULL JOIN (SELECT *, true AS is_there FROM later_rows) AS l ON {shape.same_key("e", "l")}
    """


def lines(shape: Shape) -> str:
    """One line a changed value; a row that came or went is one line, or one a number in a table of counts."""
    changed = ", ".join(_cell(column.name, as_text(column, "e"), as_text(column, "l")) for column in shape.values)
    come_or_gone = _numbers(shape) if shape.is_count else _whole_row(shape)
    return f"""
        INSERT INTO lines
        SELECT {shape.label}, key, unnest(cell)
        FROM (SELECT key, unnest(CASE WHEN was_there AND is_there THEN [{changed}] ELSE [{come_or_gone}] END) AS cell
              FROM pairs WHERE listed_under = key)
        WHERE cell.before IS DISTINCT FROM cell.after
    """


def rest(shape: Shape) -> str:
    """How many further rows differ, a line a column: of whole rows `before` counts those gone, `after` those new."""
    counted = [_cell(column.name, "NULL", f"count(*) FILTER (is_both AND {_differs(column)})") for column in shape.values]
    gone, come = "count(*) FILTER (is_there IS NULL)", "count(*) FILTER (was_there IS NULL)"
    cells = ", ".join([*counted, _cell(WHOLE_ROW, gone, come)])
    return f"""
        INSERT INTO lines
        SELECT {shape.label}, {quote_text(THE_REST)}, cell.column_name, cell.before || ' 行', cell.after || ' 行'
        FROM (SELECT unnest([{cells}]) AS cell
              FROM (SELECT *, was_there AND is_there AS is_both FROM pairs WHERE listed_under = {quote_text(THE_REST)}))
        WHERE cell.before <> '0' OR cell.after <> '0'
    """


def _differs(column: Column) -> str:
    return f"{as_text(column, 'e')} IS DISTINCT FROM {as_text(column, 'l')}"


def _cell(name: str, before: str, after: str) -> str:
    return f"{{'column_name': {quote_text(name)}, 'before': ({before})::VARCHAR, 'after': ({after})::VARCHAR}}"


def _numbers(shape: Shape) -> str:
    # a table of counts has no rows of zeros: where there is no row there is no number, and a zero is no news
    return ", ".join(_cell(column.name, *(_unless_zero(column, alias) for alias in "el")) for column in shape.numbers)


def _unless_zero(column: Column, alias: str) -> str:
    return f"CASE WHEN {alias}.{quote_identifier(column.name)} <> 0 THEN {as_text(column, alias)} END"


def _whole_row(shape: Shape) -> str:
    before, after = (
        "to_json({" + ", ".join(f"{quote_text(column.name)}: {as_text(column, alias)}" for column in shape.values) + "})"
        for alias in "el"
    )
    return _cell(WHOLE_ROW, f"CASE WHEN was_there THEN {before} END", f"CASE WHEN is_there THEN {after} END")
