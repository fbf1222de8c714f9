"""Every change of a listing's status, and the Wagtail workflow behind it.

No other module assigns a status. Each function locks the row, looks whether the step may
be taken from where the listing stands and by whom, moves it by compare-and-set, writes one
event and tells the people concerned: all of it or, with a `Refusal`, nothing.

    draft ─ submit ─▶ submitted ─ take ─▶ in review ─ approve ─▶ published
      ▲                   │                   │                     │ start_edit
      └──── recall ───────┴───────────────────┤                     ▼
                                              │              published, edit begun
      changes requested, rejected ◀───────────┘                     │ submit
                │ submit                                            ▼ …
"""

from .deciding import (
    approve,
    languages_lacking,
    reject,
    request_changes,
    review_newest,
    revision_for,
    take,
)
from .drafts import comment, save_draft, settle, start_draft
from .living import archive, discard_edit, start_edit, withdraw
from .people import can_comment, can_decide, can_see, is_member, is_own
from .refusals import Incomplete, InvalidTransition, NotAllowed, StaleDraft, StaleRevision
from .reminding import remind_of_waiting
from .risks import RISKS
from .sending import recall, submit

__all__ = [
    "RISKS",
    "Incomplete",
    "InvalidTransition",
    "NotAllowed",
    "StaleDraft",
    "StaleRevision",
    "approve",
    "archive",
    "can_comment",
    "can_decide",
    "can_see",
    "comment",
    "discard_edit",
    "is_member",
    "is_own",
    "languages_lacking",
    "recall",
    "reject",
    "remind_of_waiting",
    "request_changes",
    "review_newest",
    "revision_for",
    "save_draft",
    "settle",
    "start_draft",
    "start_edit",
    "submit",
    "take",
    "withdraw",
]
