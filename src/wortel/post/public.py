"""The door of the post room: what other rooms may ask or do."""

from wortel.post.actions.put_in_outbox import put_in_outbox

__all__ = ["put_in_outbox"]
