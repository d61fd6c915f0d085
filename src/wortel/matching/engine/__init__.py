"""Carries the decisions of `matching.domain` over many rows: DuckDB joins, OR-Tools assigns. No Django."""
