"""Telling people what happened: a row in the same transaction, a mail once it has committed.

The row is the promise and what the portal lists; `deliver` keeps it, at once where it can
and again by the chore "send mails" where the mail server was away. A kind of event is a
text, `catalog/mail/<kind>.txt`, and a subject in `mails.SUBJECTS`; the mail's HTML is made
of the same text, so that the two never say different things.
"""

from .delivery import deliver, send_due
from .mails import subject_of
from .telling import by_language, language_of, members_of, notify, notify_address

__all__ = [
    "by_language",
    "deliver",
    "language_of",
    "members_of",
    "notify",
    "notify_address",
    "send_due",
    "subject_of",
]
