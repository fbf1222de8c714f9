"""What the review's screen shows of one submission to one member of staff."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from catalog.listing.completeness import measure
from catalog.models import Submission
from catalog.models.submissions import Status
from catalog.review import (
    RISKS,
    StaleRevision,
    can_comment,
    can_decide,
    is_own,
    languages_lacking,
    revision_for,
)
from center_site.languages import LANGUAGES

from ..panels import LANGUAGE_NAMES
from .auditing import history_of
from .forms import PREFIX
from .statement import cells_of, statement_of


class Case:
    def __init__(self, submission: Submission, user):
        self.submission = submission
        self.user = user

    @cached_property
    def page(self):
        return self.submission.page

    @cached_property
    def live(self):
        return self.page if self.page and self.page.live else None

    @cached_property
    def shown_revision(self):
        """While it waits the newest version, staff's work included; else the last decided on."""
        if self.submission.is_waiting:
            return self.page.get_latest_revision()
        return self.submission.revision or (self.page and self.page.get_latest_revision())

    @property
    def shown_revision_id(self):
        return self.shown_revision.pk if self.shown_revision else None

    @cached_property
    def shown_page(self):
        return self.shown_revision.as_object() if self.shown_revision else self.page

    @cached_property
    def is_compared(self):
        return self.live is not None and self.live.live_revision_id != self.shown_revision_id

    @cached_property
    def groups(self):
        return statement_of(self.shown_page, self.live if self.is_compared else None)

    @cached_property
    def cells(self):
        return cells_of(self.groups)

    @cached_property
    def comments(self):
        return list(self.submission.comments.select_related("by"))

    @cached_property
    def general_comments(self):
        """Those about the whole, and about fields that are no longer shown."""
        shown = {cell.name for cell in self.cells}
        return [comment for comment in self.comments if comment.field not in shown]

    def put_boxes(self, form):
        """Give each cell its comments, and the box to write another."""
        for cell in self.cells:
            cell.comments = [comment for comment in self.comments if comment.field == cell.name]
            cell.box = form[PREFIX + cell.name]
        self.general_box = form[PREFIX]

    @cached_property
    def changed_count(self):
        return sum(cell.is_changed for cell in self.cells)

    @cached_property
    def risks(self):
        return [(key, RISKS[key]) for key in self.submission.risks if key in RISKS]

    @cached_property
    def completeness(self):
        return measure(self.submission.data, self.uploads, self.submission.family)

    @cached_property
    def uploads(self):
        return list(self.submission.uploads.all())

    @cached_property
    def history(self):
        return history_of(self.submission)

    @property
    def may_comment(self):
        return can_comment(self.user)

    @property
    def may_decide(self):
        return self.submission.is_waiting and can_decide(self.user)

    @property
    def may_take(self):
        return self.may_decide and self.submission.status == Status.SUBMITTED and not self.is_own

    @property
    def may_withdraw(self):
        return can_decide(self.user) and (
            self.live is not None or self.submission.status == Status.APPROVED
        )

    @cached_property
    def is_own(self):
        return is_own(self.user, self.submission)

    @cached_property
    def lacking(self):
        """Names of the languages in which required words are missing."""
        return [LANGUAGE_NAMES[language.suffix] for language in languages_lacking(self.shown_page)]

    @cached_property
    def newer_by(self):
        """Who of the staff has written since it was handed in, if that hinders a decision."""
        try:
            revision_for(self.submission, self.user)
        except StaleRevision:
            return str(self.shown_revision.user or _("somebody"))
        return ""

    @cached_property
    def blockers(self):
        """Why it cannot be approved as it is, in words."""
        found = []
        if self.is_own:
            found.append(_("It is your own listing, or your company's: another reviewer decides."))
        if not self.submission.vendor.is_verified:
            found.append(_("The company is not verified yet."))
        if self.newer_by:
            found.append(
                _(
                    "%(person)s has changed the text since."
                    " Read this version and put it under review."
                )
                % {"person": self.newer_by}
            )
        return found

    @cached_property
    def links(self):
        """[(label, address, opens another window)] of the ways to look at the page."""
        if self.page is None or self.shown_revision is None:
            return []
        view = reverse(
            "wagtailadmin_pages:revisions_view", args=[self.page.pk, self.shown_revision_id]
        )
        modes = self.shown_page.preview_modes
        found = [(label, f"{view}?mode={mode}") for mode, label in modes]
        if self.is_compared:
            compare = reverse(
                "wagtailadmin_pages:revisions_compare",
                args=[self.page.pk, "live", self.shown_revision_id],
            )
            found.append((_("Compare word by word"), compare))
        return found

    @property
    def edit_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk]) if self.page else ""

    @property
    def languages(self):
        return [(language.html_lang, LANGUAGE_NAMES[language.suffix]) for language in LANGUAGES]
