"""One SELECT that a person wrote into a file of ours: what it must be, and how the file is blamed for it."""

import re

import duckdb

from transforms.errors import DataError

# What is wrong with a statement or with the values it meets; a full disk or a lack of memory is no file's fault.
FAULTS = (duckdb.ProgrammingError, duckdb.DataError, duckdb.NotSupportedError)
# How SQLAlchemy names the kind of error in front of its sentence.
_KIND = re.compile(r"^\(\S+\) ")
_LINE = re.compile(r"^LINE (\d+):", re.MULTILINE)


def verify_select(sql: str, noun_zh: str, file_name: str, line: int) -> None:
    """Raise DataError unless the text is exactly one SELECT that can stand in brackets."""
    statements = _parsed(sql, noun_zh, file_name, line)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT or _ends(sql):
        raise DataError(file_name, line, f"{noun_zh}应恰为一条 SELECT 语句,末尾不带分号")


def sql_fault(error: duckdb.Error, trouble_zh: str, file_name: str, line: int) -> DataError:
    """The error that blames the file; `line` is that of the statement, DuckDB says which of its lines it means."""
    named = _LINE.search(str(error))
    return DataError(file_name, line + int(named[1]) - 1 if named else line, f"{trouble_zh}:{fault(error)}")


def fault(error: duckdb.Error | str) -> str:
    """What DuckDB says is wrong, on one line and without the statement, which may be one of ours around the person's."""
    return "; ".join(_KIND.sub("", str(error)).split("\n\n")[0].splitlines())


def _parsed(sql: str, noun_zh: str, file_name: str, line: int) -> list[duckdb.Statement]:
    try:
        return duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise sql_fault(error, f"{noun_zh}不是合法的 SQL", file_name, line) from error


def _ends(sql: str) -> bool:
    """Whether a semicolon ends the statement: in brackets, as a part of ours, it could not be read any more."""
    try:
        duckdb.extract_statements(f"FROM (\n{sql}\n)")
    except duckdb.Error:
        return True
    return False
