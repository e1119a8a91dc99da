"""How the tests break a table."""


def change(table: str, replaced: str, where: str = "true") -> str:
    """The table with columns replaced in the rows of a condition; no constraint stands in the way."""
    return (
        f"CREATE OR REPLACE TABLE main.{table} AS "
        f"SELECT * REPLACE ({replaced}) FROM main.{table} WHERE {where} UNION ALL SELECT * FROM main.{table} WHERE NOT ({where})"
    )
