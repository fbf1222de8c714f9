"""One object of each kind that a company owns, for the addresses that lead to them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from catalog.cms.reviewing.screen import DECISIONS
from catalog.companies import current_profile, submit_profile
from catalog.importing.sheets.imports import read_sheet, take_sheet
from catalog.models import (
    ConsentText,
    Inquiry,
    Invitation,
    Notification,
    OwnershipTransfer,
    SubmissionComment,
    UploadedFile,
)
from catalog.uploads import take_upload
from tests.factories import png
from tests.portal_factories import make_member, make_submission, verify

# The beginnings of addresses' names, and the parts that lead to an object; the longest fits.
# None: the address has a part that leads to nothing of a company's.
OWNED = {
    "portal_listing": {"pk": "submission"},
    "portal_listing_file": {"pk": "submission", "upload": "picture"},
    "portal_listing_comment": {"pk": "submission", "comment": "comment"},
    "portal_listing_preview": {"pk": "submission", "mode": "ko"},
    "portal_listing_move": {"pk": "submission", "step": "submit"},
    "portal_inquiry": {"pk": "inquiry"},
    "portal_notice": {"pk": "notification"},
    "portal_sheet": {"pk": "sheet"},
    "portal_company_remove": {"pk": "colleague"},
    "portal_company_revoke": {"pk": "invitation"},
    "portal_company_accept": {"pk": "invitation"},
    "portal_company_transfer": {"pk": "transfer"},
    "portal_company_licence": {"pk": "verification"},
    "portal_company_invitation": None,  # by a secret that only the mail holds
    "portal_company_join": None,
    "portal_account": None,  # one's own account, named by the session alone
}
# Desks of the CMS with two buttons, beside the reviewers' screen.
DECIDED = ("company_verifications", "profile_changes", "ownership_transfers", "company_invitations")


class OwnedThings:
    """What `owner` 's company has: a listing with a file and a comment, and all the rest."""

    def __init__(self, owner):
        vendor = owner.membership.vendor
        self.ids = {name: thing.pk for name, thing in _things(owner, vendor).items()}

    def of(self, address):
        """The values that fill an address's places. Fails for one that nobody described."""
        wanted = describe(address)
        return {place: self.ids.get(name, name) for place, name in (wanted or {}).items()}


def describe(address):
    fitting = [name for name in OWNED if address.name.startswith(name)]
    assert fitting, f"say in OWNED to what {address.name} leads"
    return OWNED[max(fitting, key=len)]


class HandedIn:
    """What `owner` 's company has sent to the centre, and the desks where staff decide it."""

    def __init__(self, owner):
        vendor = owner.membership.vendor
        verify(vendor)
        self.rows = _handed_in(owner, vendor)
        self.picture = _picture(owner, UploadedFile.Kind.PICTURE)
        # A listing that was handed in takes no files, so this one came before.
        self.picture.submission = self.rows["submissions"]
        self.picture.save()

    def is_desk(self, address):
        return address.route.startswith(tuple(f"cms/{desk}/" for desk in self.rows))

    def of(self, address):
        row = self.rows[address.route.split("/")[1]]
        return {"pk": row.pk, "upload_id": self.picture.pk, "step": "note"}

    def decisions(self):
        """(path, what is posted) of every decision that could be tried."""
        submission = self.rows["submissions"]
        posted = {"note": "…", "revision_id": submission.revision_id}
        for action in DECISIONS:
            yield f"/cms/submissions/{submission.pk}/", {**posted, "action": action}
        for desk in DECIDED:
            yield f"/cms/{desk}/{self.rows[desk].pk}/", {"approve": "yes"}
            yield f"/cms/{desk}/{self.rows[desk].pk}/", {"reject": "yes", "note": "…"}

    def standing(self):
        """All columns of what was handed in, as they are now."""
        return {
            desk: type(row).objects.filter(pk=row.pk).values().get()
            for desk, row in self.rows.items()
        }


def _handed_in(owner, vendor):
    return {
        "submissions": make_submission(vendor, "submitted", by=owner),
        "company_verifications": verify(
            vendor,
            status="submitted",
            expires_on=None,
            licence=_picture(owner, UploadedFile.Kind.LICENCE),
        ),
        "profile_changes": submit_profile(
            vendor, by=owner, data={**current_profile(vendor), "summary_ko": "새 소개"}
        ),
        "ownership_transfers": OwnershipTransfer.objects.create(
            vendor=vendor, from_user=owner, to_user=make_member(vendor), status="accepted"
        ),
        "company_invitations": _invitation(vendor),
        "inquiries": _inquiry(vendor),
        "consent_texts": ConsentText.objects.create(
            purpose="terms", version=70, text_ko="동의", text_zh="同意"
        ),
    }


def _invitation(vendor):
    return Invitation.objects.create(
        vendor=vendor, email="next@example.org", language_code="ko", secret_hash="0" * 64
    )


def _inquiry(vendor):
    return Inquiry.objects.create(
        vendor=vendor, kind="quote", language_code="ko", purge_on=timezone.localdate()
    )


def _things(owner, vendor):
    submission = make_submission(vendor, by=owner)
    colleague = make_member(vendor)
    return {
        "submission": submission,
        "picture": _picture(owner, UploadedFile.Kind.PICTURE, submission=submission),
        "comment": SubmissionComment.objects.create(submission=submission, text="?", by=owner),
        "inquiry": _inquiry(vendor),
        "notification": Notification.objects.create(
            event_key="one", kind="comment", user=owner, email=owner.email, language_code="ko"
        ),
        "sheet": _sheet(owner),
        "colleague": colleague.membership,
        "invitation": _invitation(vendor),
        "transfer": OwnershipTransfer.objects.create(
            vendor=vendor, from_user=owner, to_user=colleague
        ),
        "verification": verify(vendor, licence=_picture(owner, UploadedFile.Kind.LICENCE)),
    }


def _sheet(owner):
    """One that has been read: what it came to can be looked through and downloaded."""
    vendor = owner.membership.vendor
    rows = f"업체명,제품명(국문),제품군\n{vendor.name_ko},가온,협동로봇\n"
    file = SimpleUploadedFile("list.csv", rows.encode())
    sheet = take_sheet(file, vendor=vendor, by=owner, language_code="ko")
    read_sheet.enqueue(str(sheet.pk))
    return sheet


def _picture(owner, kind, **where):
    return take_upload(
        SimpleUploadedFile("front.png", png()),
        vendor=owner.membership.vendor,
        kind=kind,
        by=owner,
        **where,
    )
