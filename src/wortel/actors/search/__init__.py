"""Full-text search over actors: the same words, stems and typing errors on SQLite and on PostgreSQL."""
