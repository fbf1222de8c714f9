"""What reviewers do. Where Wagtail's workflow knows the step, it is taken there, and the
listing follows by `following.py`: so it makes no difference on which screen it was taken.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog.models import Submission
from catalog.models.submissions import WAITING, Status
from catalog.translation import missing_words
from center_site.languages import LANGUAGES
from center_site.publishing import reviewed_revision

from .events import decide, hold, move, tell_company
from .following import send_back, settle_approval
from .people import require_reviewer
from .refusals import NotAllowed, StaleRevision
from .workflow import end_workflow, task_state_of


@transaction.atomic
def take(submission: Submission, *, by) -> Submission:
    """A reviewer begins, so that others leave it to them."""
    hold(submission, [Status.SUBMITTED])
    require_reviewer(by, submission)
    move(submission, to=Status.IN_REVIEW, by=by, reviewed_by=by)
    return submission


@transaction.atomic
def request_changes(submission: Submission, *, by, note: str, revision_id: int) -> Submission:
    """Send it back with what is to be changed; the company writes on and hands it in again."""
    _open_case(submission, by, revision_id)
    task_state = task_state_of(submission.page)
    if task_state is None:
        return send_back(submission, by=by, note=note)
    task_state.reject(user=by, comment=note)
    submission.refresh_from_db()
    return submission


@transaction.atomic
def reject(submission: Submission, *, by, note: str, revision_id: int) -> Submission:
    """Refuse it, with the reason. What is public, if anything, stays."""
    _open_case(submission, by, revision_id)
    event = decide(submission, to=Status.REJECTED, by=by, note=note)
    end_workflow(submission.page, by=by)
    tell_company("rejected", submission, occasion=event.pk, note=note)
    return submission


@transaction.atomic
def approve(
    submission: Submission, *, by, revision_id: int, one_language: bool = False
) -> Submission:
    """Publish the revision the reviewer saw, in both languages.

    Raises InvalidTransition if another reviewer has decided meanwhile, StaleRevision if
    anybody has written since, NotAllowed for own listings, companies that are not verified,
    and words missing in one language unless `one_language` says that this is meant.
    """
    _open_case(submission, by, revision_id)
    revision = revision_for(submission, by)
    if revision.pk != revision_id:
        raise StaleRevision
    if not one_language and languages_lacking(revision.as_object()):
        raise NotAllowed(
            _("Words are missing in one language. Complete them, or say that this is meant."),
            code="missing_words",
        )
    task_state = task_state_of(submission.page)
    if task_state is None:
        settle_approval(submission, by=by, revision=revision)
        revision.publish(user=by)
    else:
        task_state.approve(user=by)
    submission.refresh_from_db()
    return submission


def languages_lacking(page) -> list:
    """The languages in which required words of the page are empty."""
    return [language for language in LANGUAGES if missing_words(page, language)]


@transaction.atomic
def review_newest(submission: Submission, *, by, revision_id: int) -> Submission:
    """Put the newest revision, such as an editor's translation, under review instead.

    A reviewer asks for it who has read it: `revision_id` must be the newest.
    """
    hold(submission, WAITING)
    require_reviewer(by, submission)
    newest = submission.page.get_latest_revision()
    if newest.pk != revision_id:
        raise StaleRevision
    move(submission, to=Status.IN_REVIEW, by=by, pinned=newest, reviewed_by=by)
    if task_state := task_state_of(submission.page):
        task_state.cancel(user=by, resume=True)
    return submission


def revision_for(submission: Submission, user):
    """The revision this reviewer would decide on; StaleRevision if somebody wrote since."""
    task_state = task_state_of(submission.page)
    if task_state is not None:
        return reviewed_revision(task_state.workflow_state, user)
    newest = submission.page.get_latest_revision()
    if newest.pk != submission.revision_id and newest.user_id != user.pk:
        raise StaleRevision
    return newest


def _open_case(submission, by, revision_id):
    """Raise unless this reviewer may decide, and saw what the company handed in last.

    What staff have written over it since does not keep anybody from sending it back.
    """
    hold(submission, WAITING)
    require_reviewer(by, submission)
    since = submission.page.revisions.filter(created_at__gt=submission.revision.created_at)
    if revision_id != submission.revision_id and not since.filter(pk=revision_id).exists():
        raise StaleRevision
