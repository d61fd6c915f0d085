"""Actors for programs: the directory, the map, and one actor with who says what."""

from wortel.actors.api_directory import questions
from wortel.actors.api_profile import show_actor

__all__ = ["questions", "show_actor"]
