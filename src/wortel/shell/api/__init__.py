"""What every room's API stands on: problem details, bounded values and pages, ETag, CORS. No domain words."""
