"""The door of privacy: what the site may ask or do."""

from wortel.privacy.actions.erase_person import AddressHasAccount, CannotErase, erase_address, erase_person
from wortel.privacy.actions.remind_inactive import Swept, sweep_inactive
from wortel.privacy.actions.sweep_replies import sweep_replies
from wortel.privacy.actions.sweep_unanswered import sweep_unanswered
from wortel.privacy.actions.sweep_words import sweep_words
from wortel.privacy.export import as_json, export_of
from wortel.privacy.register import register_json, undescribed
from wortel.privacy.subject import Subject, subject_of, subject_with_address
from wortel.privacy.wording import say

__all__ = [
    "AddressHasAccount",
    "CannotErase",
    "Subject",
    "Swept",
    "as_json",
    "erase_address",
    "erase_person",
    "export_of",
    "register_json",
    "say",
    "subject_of",
    "subject_with_address",
    "sweep_inactive",
    "sweep_replies",
    "sweep_unanswered",
    "sweep_words",
    "undescribed",
]
