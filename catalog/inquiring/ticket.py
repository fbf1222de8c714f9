"""What a form carries to be known again: a key of its own and when it was shown, signed.

The key makes one inquiry of a form that is posted twice; the time tells people from
programs, which fill a form in an instant.
"""

import time
import uuid
from dataclasses import dataclass

from django.core import signing

SALT = "catalog.inquiry"
QUICKEST_SECONDS = 3
LONGEST_SECONDS = 24 * 3600


class Refused(Exception):
    """The ticket is not ours or too old ("stale"), or came back quicker than people type."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Ticket:
    key: uuid.UUID
    shown_at: float


def issue() -> str:
    return signing.dumps([uuid.uuid4().hex, time.time()], salt=SALT)


def read(text: str) -> Ticket:
    """Raises Refused."""
    try:
        key, shown_at = signing.loads(text, salt=SALT, max_age=LONGEST_SECONDS)
    except signing.BadSignature as problem:
        raise Refused("stale") from problem
    if time.time() - shown_at < QUICKEST_SECONDS:
        raise Refused("quick")
    return Ticket(uuid.UUID(key), shown_at)
