"""Wagtail's own buttons under the rules of the review: approve, publish, delete.

A Refusal raised here is told to the editor by `center_site.cms_refusals`.
"""

from django.utils.translation import gettext as _

from catalog.models import Submission
from catalog.review import InvalidTransition
from catalog.review.following import refuse_unreviewed, settle_approval
from catalog.review.workflow import submission_of
from center_site.refusals import Refusal


def settle_before_publishing(workflow_state, revision, user):
    """A workflow was approved, on whatever screen: the listing moves on, or refuses."""
    if submission := submission_of(workflow_state):
        settle_approval(submission, by=user, revision=revision)


def guard_publishing(request, page):
    """Somebody published the page directly."""
    if submission := Submission.objects.filter(page_id=page.pk).first():
        revision = page.get_latest_revision()
        refuse_unreviewed(submission, by=request.user, revision=revision)


def guard_publishing_below(request, page):
    """Somebody publishes many pages at once, and every draft below them if that is asked for:
    nobody has read each of those.
    """
    guard_publishing(request, page)
    drafts = Submission.objects.filter(page__path__startswith=page.path, page__live=False)
    if "include_descendants" in request.POST and drafts.exclude(page_id=page.pk).exists():
        raise InvalidTransition(
            _("The listing waits for review. Decide on it in the list of submissions.")
        )


def guard_deletion(request, page):
    """A page's history goes with it, so listings are put away instead."""
    if Submission.objects.filter(page__path__startswith=page.path).exists():
        raise Refusal(
            _(
                "Listings of companies are not deleted, because their history would go with"
                " them. Unpublish the page; its company or a reviewer can archive the listing."
            ),
            code="has_history",
        )


GUARDS = {"publish": guard_publishing_below, "delete": guard_deletion}


def guard_many(request, action_type, objects, action):
    """The same for many pages at once; one that is refused stops them all."""
    guard = GUARDS.get(action_type)
    if guard and action.models and action.models[0]._meta.label == "wagtailcore.Page":
        for page in objects:
            guard(request, page)
