"""Drills: what is claimed of reliability, done and counted. `python -m drills --help`."""
