"""The door of the replies: what other rooms may ask or do."""

from wortel.replies.actions.decide_reply import NoAnswer, NotOpen, decide_reply, lock_open_reply
from wortel.replies.actions.file_reply import Author, file_reply
from wortel.replies.actions.forget_old_replies import forget_old_replies
from wortel.replies.actions.forget_replies import forget_replies
from wortel.replies.actions.take_reply import take_reply
from wortel.replies.models import Reply
from wortel.replies.pages.form import reply_page
from wortel.replies.queries import OpenReply, open_replies
from wortel.replies.target import Target, organisation_in
from wortel.replies.wording import kind_name

__all__ = [
    "Author",
    "NoAnswer",
    "NotOpen",
    "OpenReply",
    "Reply",
    "Target",
    "decide_reply",
    "file_reply",
    "forget_old_replies",
    "forget_replies",
    "kind_name",
    "lock_open_reply",
    "open_replies",
    "organisation_in",
    "reply_page",
    "take_reply",
]
