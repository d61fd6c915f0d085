"""The door of the replies: what other rooms may ask or do."""

from wortel.replies.pages.form import reply_page
from wortel.replies.queries import OpenReply, open_replies
from wortel.replies.target import Target
from wortel.replies.wording import kind_name

__all__ = ["OpenReply", "Target", "kind_name", "open_replies", "reply_page"]
