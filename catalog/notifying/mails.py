"""What a notification says: its subject, its text, and the mail around them.

A context holds plain values. A name that differs by language is given as `vendor_ko`,
`vendor_zh`, `vendor_en` (see `by_language`) and read as `vendor`; a day whose name ends in
`_on` is given as ISO text and read as the language writes days. `note` and `text` are what
somebody wrote, of several lines perhaps, and shown as a quotation; everything else is made
one line. A `reply_to` is where answers to the mail go.
"""

import datetime

from django.core.mail import EmailMultiAlternatives
from django.template import Context, loader
from django.utils import translation
from django.utils.translation import gettext_lazy

from catalog.models import Invitation, Notification
from center_site.addresses import public_origin
from center_site.dates import format_day
from center_site.languages import by_code, words

SUBJECTS = {
    "submitted": gettext_lazy("We have received your listing: %(title)s"),
    "changes_requested": gettext_lazy("Please look at your listing again: %(title)s"),
    "rejected": gettext_lazy("Your listing was not accepted: %(title)s"),
    "approved": gettext_lazy("Your listing is approved: %(title)s"),
    "comment": gettext_lazy("A comment on the listing: %(title)s"),
    "withdrawn": gettext_lazy("The listing was withdrawn: %(title)s"),
    "review_reminder": gettext_lazy("A listing is waiting for review: %(title)s"),
    "certificate_expiring": gettext_lazy("A certificate is about to expire: %(listing)s"),
    "invitation": gettext_lazy("%(vendor)s invites you to the Korea–China AI Center"),
    "verification_approved": gettext_lazy("Your company is verified: %(vendor)s"),
    "verification_rejected": gettext_lazy("Your company could not be verified: %(vendor)s"),
    "verification_expiring": gettext_lazy("Please renew your verification: %(vendor)s"),
    "profile_approved": gettext_lazy("Your company page is updated: %(vendor)s"),
    "profile_rejected": gettext_lazy("Your company page was not updated: %(vendor)s"),
    "transfer_requested": gettext_lazy("You are asked to become the owner of %(vendor)s"),
    "transfer_accepted": gettext_lazy("A change of owner waits for the centre: %(vendor)s"),
    "transfer_confirmed": gettext_lazy("The owner has changed: %(vendor)s"),
    "inquiry_received": gettext_lazy("A visitor asks about %(products)s"),
    "inquiry_answered": gettext_lazy("An answer to your inquiry about %(products)s"),
    "inquiry_confirmation": gettext_lazy("We have received your inquiry about %(products)s"),
    "sheet_read": gettext_lazy("Your spreadsheet has been read: %(file)s"),
}
QUOTED = ("note", "text")
MARK = ">"  # begins each line of a quotation, as `quoted` of mail_tags writes it
LONGEST_SUBJECT = 140


class Given(dict):
    """A context in which what was not given is empty, as it is in a template."""

    def __missing__(self, key):
        return ""


def subject_of(notification: Notification) -> str:
    """What happened, in one line of the active language."""
    line = str(SUBJECTS[notification.kind]) % read_context(notification.context)
    line = " ".join(line.split())
    return line if len(line) <= LONGEST_SUBJECT else line[: LONGEST_SUBJECT - 1] + "…"


def compose(notification: Notification) -> EmailMultiAlternatives:
    """The mail in the recipient's language, as plain text and as HTML."""
    with translation.override(notification.language_code):
        told = paragraphs(words_of(notification))
        frame = {
            "subject": subject_of(notification),
            "paragraphs": told,
            "url": address_of(notification),
            "language": by_code(notification.language_code),
        }
        mail = EmailMultiAlternatives(
            frame["subject"],
            render_plainly("layout", frame).lstrip(),
            to=[notification.email],
            reply_to=reply_to(notification),
            headers={
                "Auto-Submitted": "auto-generated",
                "Message-ID": f"<notification-{notification.pk}@{host()}>",
            },
        )
        mail.attach_alternative(
            loader.render_to_string("catalog/mail/layout.html", frame), "text/html"
        )
    return mail


def words_of(notification):
    return render_plainly(notification.kind, read_context(notification.context))


def render_plainly(name, context):
    """A text template, without the escaping that is for HTML."""
    template = loader.get_template(f"catalog/mail/{name}.txt").template
    return template.render(Context(context, autoescape=False))


def read_context(context):
    """The context as templates and subjects read it, in the active language."""
    read = Given()
    for key, value in context.items():
        base, _separator, suffix = key.rpartition("_")
        if base and suffix in ("ko", "zh", "en"):
            read[base] = one_line(words(context, base).text)
        elif base and suffix == "on" and value:
            read[key] = format_day(datetime.date.fromisoformat(value))
        else:
            read[key] = value if key in QUOTED else one_line(value)
    return read


def one_line(value):
    return " ".join(value.split()) if isinstance(value, str) else value


def paragraphs(text):
    """[{"lines", "is_quoted"}] of a text whose paragraphs are apart by an empty line."""
    found = []
    block = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            is_quoted = block[0].startswith(MARK)
            lines = [line.removeprefix(MARK).strip() for line in block] if is_quoted else block
            found.append({"lines": lines, "is_quoted": is_quoted})
            block = []
    return found


def address_of(notification):
    """The absolute address of what it is about, or ""."""
    path = notification.path + secret_of(notification)
    if path and not path.startswith("/"):
        path = f"/{notification.language_code}/{path}"
    return public_origin() + path if path else ""


def secret_of(notification):
    """What completes the address of an invitation, here alone: no row of ours holds it."""
    invitation = Invitation.objects.filter(pk=notification.context.get("invitation")).first()
    return f"{invitation.secret}/" if invitation else ""


def reply_to(notification):
    address = notification.context.get("reply_to")
    return [address] if address else None


def host():
    return public_origin().rpartition("/")[2].partition(":")[0]
