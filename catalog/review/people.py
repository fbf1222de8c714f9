"""Who may do what with a listing: the company's members write, reviewers decide."""

from django.utils.translation import gettext_lazy as _

from catalog.models import Membership, Submission

from .refusals import NotAllowed

COMPANY, CENTRE, SYSTEM = "company", "centre", "system"


def is_member(user, submission: Submission) -> bool:
    """Whether the person acts for the company of this listing."""
    return Membership.objects.filter(user=user, vendor_id=submission.vendor_id).exists()


def can_see(user) -> bool:
    """Whether the person may read what companies have handed in."""
    return user.is_active and user.has_perm("catalog.view_submission")


def can_comment(user) -> bool:
    return can_see(user) and user.has_perm("catalog.add_submissioncomment")


def can_decide(user) -> bool:
    """Whether the person is a reviewer; of which listings, `require_reviewer` says."""
    return user.is_active and user.has_perm("catalog.change_submission")


def side_of(user, submission: Submission) -> str:
    """For whom the person acts: the company, the centre; or nobody, for a command."""
    if user is None:
        return SYSTEM
    return COMPANY if is_member(user, submission) else CENTRE


def require_member(user, submission: Submission) -> None:
    """Raise NotAllowed for anybody but the company's own people; commands may pass None."""
    if user is not None and not is_member(user, submission):
        raise NotAllowed(code="not_a_member")


def require_reviewer(user, submission: Submission) -> None:
    """Raise NotAllowed for people who are no reviewers, or would judge their own listing."""
    if not can_decide(user):
        raise NotAllowed(_("Only reviewers decide on listings."), code="not_a_reviewer")
    refuse_own(user, submission)


def refuse_own(user, submission: Submission) -> None:
    """Raise NotAllowed for the people behind a listing: nobody publishes what is theirs."""
    if is_own(user, submission):
        raise NotAllowed(
            _("You belong to this company or handed this listing in; another reviewer decides."),
            code="own_submission",
        )


def is_own(user, submission: Submission) -> bool:
    """Whether the person has handed the listing in, began it or acts for its company."""
    involved = {submission.submitted_by_id, submission.created_by_id}
    return user.pk in involved or is_member(user, submission)
