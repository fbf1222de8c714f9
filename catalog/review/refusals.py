"""Why a step was not taken. After any of these, nothing has changed."""

from django.utils.translation import gettext_lazy as _

from center_site.refusals import Refusal, StaleRevision

__all__ = ["Incomplete", "InvalidTransition", "NotAllowed", "StaleDraft", "StaleRevision"]


class InvalidTransition(Refusal):
    """The listing is not where this step begins, perhaps because somebody was quicker."""

    code = "invalid_transition"
    message = _("The listing has moved on meanwhile, so this can no longer be done.")


class NotAllowed(Refusal):
    """This person may not do this, or not with this company's listing."""

    code = "not_allowed"
    message = _("You may not do this with this listing.")


class StaleDraft(Refusal):
    """The listing was saved elsewhere since; `current` is the row as it is kept."""

    code = "stale_draft"
    message = _("The listing was saved in another window meanwhile.")

    def __init__(self, current):
        self.current = current
        super().__init__()


class Incomplete(Refusal):
    """The listing lacks what a review needs; `form` is bound and has the errors."""

    code = "incomplete"
    message = _("Some required parts are missing or not right.")

    def __init__(self, form):
        self.form = form
        super().__init__()
