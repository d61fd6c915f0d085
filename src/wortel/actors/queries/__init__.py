"""Reads of the actors in a fixed number of SQL statements, as frozen values."""
