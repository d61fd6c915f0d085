"""The door of the atlas: what the site may ask or do."""

from wortel.atlas.actions.tell_desk import tell_desk

__all__ = ["tell_desk"]
