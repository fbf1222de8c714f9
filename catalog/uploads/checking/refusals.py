"""Why a file is refused, in words that help its sender."""

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "empty": _("The file is empty."),
    "too_large": _("The file has %(size)s. At most %(most)s are accepted."),
    "wrong_kind": _(
        "Files whose name ends in “%(extension)s” are not accepted here: %(accepted)s."
    ),
    "test_virus": _("A virus scanner would refuse this file, so it is refused."),
    "not_a_pdf": _("This is not a PDF document. Save it as PDF and send it again."),
    "pdf_cut_off": _("The PDF is damaged or cut off. Save it again and send it."),
    "pdf_protected": _("The PDF is protected by a password. Send it without protection."),
    "pdf_active": _(
        "The PDF holds programs, forms with scripts or attached files. Print it to a new "
        "PDF and send that."
    ),
    "pdf_parts": _(
        "The PDF has too many parts to be checked. Print it to a new PDF and send that."
    ),
    "mixed_file": _("The file is of two kinds at once, so it is refused."),
    "not_a_video": _("This is not an MP4 video. Save it as MP4 (H.264) and send it again."),
    "video_cut_off": _("The video is damaged or cut off. Save it again and send it."),
    "video_length": _("A video may last %(most)s minutes at most, and not be empty."),
    "not_a_workbook": _(
        "This is not an Excel workbook (.xlsx). Save it as .xlsx and send it again."
    ),
    "workbook_protected": _("The workbook is protected by a password. Send it without one."),
    "workbook_macros": _("The workbook holds macros. Save it as .xlsx without macros."),
    "workbook_unpacks": _("The workbook unpacks to %(size)s. At most %(most)s are accepted."),
    "not_a_text": _("This is not a text file with comma-separated values (.csv)."),
    "quota": _(
        "Your company has used %(used)s of its %(most)s. Remove files that are no longer "
        "needed, then send this one."
    ),
    "closed": _("The centre has this listing now."),
    "too_many": _("A listing takes %(most)s files of this kind at most."),
}


def refusal(code, **facts):
    """The ValidationError of this code, in words."""
    return ValidationError(MESSAGES[code], code=code, params=facts)


def refuse_size(size, most):
    if not size:
        raise refusal("empty")
    if size > most:
        raise refusal("too_large", size=filesizeformat(size), most=filesizeformat(most))
