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

from .drafts import comment, save_draft, settle, start_draft
from .people import can_comment, can_decide, can_see, is_member
from .refusals import Incomplete, InvalidTransition, NotAllowed, StaleDraft, StaleRevision

__all__ = [
    "Incomplete",
    "InvalidTransition",
    "NotAllowed",
    "StaleDraft",
    "StaleRevision",
    "can_comment",
    "can_decide",
    "can_see",
    "comment",
    "is_member",
    "save_draft",
    "settle",
    "start_draft",
]
