"""What each state of a listing means to its company, and what it can do there."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models.submissions import EDITABLE, WAITING, Status

MEANING = {
    Status.DRAFT: _("Only your company sees it. Complete it, then submit it for review."),
    Status.SUBMITTED: _("It is waiting for a reviewer. You will be told of the decision."),
    Status.IN_REVIEW: _("A reviewer is reading it. You will be told of the decision."),
    Status.CHANGES_REQUESTED: _("The reviewer asks for changes. Make them and submit it again."),
    Status.REJECTED: _("The reviewer has declined it; the reason is given below."),
    Status.APPROVED: _("It is approved and will be published at the set time."),
    Status.PUBLISHED: _("Visitors see it on the web and on the kiosks."),
    Status.EDIT_PENDING: _(
        "Visitors see the published version until your changes are submitted and approved."
    ),
    Status.WITHDRAWN: _("It is off the web; kiosks follow when they next update."),
    Status.ARCHIVED: _("It is put away. You can take it up again whenever you like."),
}


@dataclass(frozen=True)
class Step:
    """Something the company may do now. `warning` is what to know before it is done."""

    name: str
    label: Promise
    warning: Promise | str = ""


RECALL = Step("recall", _("Take it back to write on"), _("The review ends; you submit it again."))
EDIT = Step("start_edit", _("Edit"))
RESUME = Step("start_edit", _("Take it up again"))
DISCARD = Step(
    "discard_edit",
    _("Drop the changes"),
    _("What you wrote since the published version is dropped. Visitors notice nothing."),
)
WITHDRAW = Step(
    "withdraw",
    _("Take it off the web"),
    _("Visitors stop seeing it at once. To bring it back it has to pass a review again."),
)
ARCHIVE = Step(
    "archive", _("Put it away"), _("It leaves your list of open listings. Nothing is deleted.")
)
STEPS = ("recall", "start_edit", "discard_edit", "withdraw", "archive")


def explained(listings):
    """The listings, each with `meaning`."""
    for listing in listings:
        listing.meaning = MEANING[listing.status]
    return listings


def steps_for(listing, *, is_live):
    """What the company may do with a listing, beside writing it."""
    status = listing.status
    steps = []
    if status in WAITING:
        steps.append(RECALL)
    if status == Status.PUBLISHED:
        steps.append(EDIT)
    if status in (Status.WITHDRAWN, Status.ARCHIVED):
        steps.append(RESUME)
    if is_live and status in EDITABLE:
        steps.append(DISCARD)
    if is_live or status == Status.APPROVED:
        steps.append(WITHDRAW)
    elif status in (Status.DRAFT, Status.CHANGES_REQUESTED, Status.REJECTED, Status.WITHDRAWN):
        steps.append(ARCHIVE)
    return steps
