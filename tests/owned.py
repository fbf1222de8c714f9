"""One object of each kind that a company owns, for the addresses that lead to them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from catalog.models import (
    Inquiry,
    Invitation,
    Notification,
    OwnershipTransfer,
    SheetImport,
    SubmissionComment,
    UploadedFile,
)
from catalog.uploads import take_upload
from tests.factories import png
from tests.portal_factories import make_member, make_submission, make_upload, verify

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


def _things(owner, vendor):
    submission = make_submission(vendor, by=owner)
    colleague = make_member(vendor)
    return {
        "submission": submission,
        "picture": _picture(owner, UploadedFile.Kind.PICTURE, submission=submission),
        "comment": SubmissionComment.objects.create(submission=submission, text="?", by=owner),
        "inquiry": Inquiry.objects.create(
            vendor=vendor, kind="quote", language_code="ko", purge_on=timezone.localdate()
        ),
        "notification": Notification.objects.create(
            event_key="one", kind="comment", user=owner, email=owner.email, language_code="ko"
        ),
        "sheet": SheetImport.objects.create(
            vendor=vendor,
            upload=make_upload(vendor, kind=UploadedFile.Kind.SHEET),
            language_code="ko",
            created_by=owner,
        ),
        "colleague": colleague.membership,
        "invitation": Invitation.objects.create(
            vendor=vendor, email="next@example.org", language_code="ko", secret_hash="0" * 64
        ),
        "transfer": OwnershipTransfer.objects.create(
            vendor=vendor, from_user=owner, to_user=colleague
        ),
        "verification": verify(vendor, licence=_picture(owner, UploadedFile.Kind.LICENCE)),
    }


def _picture(owner, kind, **where):
    return take_upload(
        SimpleUploadedFile("front.png", png()),
        vendor=owner.membership.vendor,
        kind=kind,
        by=owner,
        **where,
    )
