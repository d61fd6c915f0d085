"""Finding a municipality by whatever name people use for it."""
