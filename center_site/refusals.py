"""What is asked for and cannot be done: told in words, never a crash or a bare "forbidden"."""

from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """Nothing was changed. `message` tells the person why, `code` tells the program."""

    code = "refused"
    message = _("This cannot be done now.")

    def __init__(self, message=None, *, code=None):
        self.message = message or self.message
        self.code = code or self.code
        super().__init__(str(self.message))


class StaleRevision(Refusal):
    """What would be published is not what was reviewed."""

    code = "stale_revision"
    message = _(
        "Somebody has changed the text since it was handed in for review, so it was not"
        " published. Read the newest version and decide again."
    )
