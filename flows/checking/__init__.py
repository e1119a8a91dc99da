"""The gate before publication: what a candidate must hold, asked by Great Expectations inside DuckDB (DESIGN 10)."""
