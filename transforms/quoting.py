"""Names and texts inside statements that take no bound parameters (COMMENT, COPY, CREATE VIEW, generated checks)."""


def quote_identifier(name: str) -> str:
    """A name as a quoted SQL identifier; inner quotes are doubled."""
    return '"' + name.replace('"', '""') + '"'


def quote_text(text: str) -> str:
    """A text as an SQL literal; inner quotes are doubled."""
    return "'" + text.replace("'", "''") + "'"


def column_list(names: tuple[str, ...]) -> str:
    """Names as a comma-separated list of quoted identifiers."""
    return ", ".join(quote_identifier(name) for name in names)
