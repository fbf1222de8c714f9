"""The files of a listing in the portal: taking, showing, ordering and removing them."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from catalog import uploads
from catalog.listing.files import FileForm, move, remove
from catalog.models import UploadedFile

from .owning import listing_required

Kind = UploadedFile.Kind


@dataclass
class FileSection:
    """One kind of files in the form: what is there and what may be added."""

    name: str
    kind: str
    accept: str
    help: str
    forms: list


KINDS = {
    "pictures": (
        Kind.PICTURE,
        ".jpg,.jpeg,.png,.webp,.avif",
        _(
            "JPEG, PNG, WebP or AVIF. The first one stands on cards. What the camera noted in "
            "the file, such as the place, is removed."
        ),
    ),
    "documents": (Kind.DOCUMENT, ".pdf", _("PDF: datasheets, manuals, brochures.")),
    "videos": (Kind.VIDEO, ".mp4", _("MP4 (H.264).")),
}
SECTION_OF = {str(kind): name for name, (kind, _accept, _help) in KINDS.items()}


def sections_of_files(files, shown_forms=None):
    """{section: FileSection}; `shown_forms` ({pk: form}) stand in for those that are wrong."""
    shown_forms = shown_forms or {}
    return {
        name: FileSection(
            name=name,
            kind=str(kind),
            accept=accept,
            help=text,
            forms=[
                shown_forms.get(file.pk) or FileForm(file) for file in files if file.kind == kind
            ],
        )
        for name, (kind, accept, text) in KINDS.items()
    }


def take_all(request, listing):
    """Take every file that was sent; [(name of the file, why not)] of the refused ones."""
    refused = []
    for section, (kind, _accept, _help) in KINDS.items():
        for file in request.FILES.getlist(f"new-{section}"):
            try:
                _take(request, listing, kind, file)
            except ValidationError as error:
                refused.append((file.name, " ".join(error.messages)))
    return refused


def _take(request, listing, kind, file):
    return uploads.take_upload(
        file, vendor=listing.vendor, kind=kind, by=request.user, submission=listing
    )


def do_with_file(listing, verb, rest):
    """Move or remove a file as a button asks; the section it stands in, or ""."""
    if verb not in ("remove", "up", "down"):
        return ""
    file = next((file for file in listing.uploads.all() if str(file.pk) == rest), None)
    if file is None:
        return ""
    if verb == "remove":
        remove(listing, file)
    else:
        move(listing, file, by=-1 if verb == "up" else 1)
    return SECTION_OF.get(file.kind, "")


@require_POST
@listing_required
def take(request, listing):
    """One file sent by itself, with its row of the form as the answer."""
    section = request.POST.get("section", "")
    file = request.FILES.get("file")
    if section not in KINDS or file is None:
        return JsonResponse({"error": str(_("Choose a file."))}, status=400)
    if not listing.is_editable:
        return JsonResponse({"error": str(_("The centre has this listing now."))}, status=409)
    try:
        taken = _take(request, listing, KINDS[section][0], file)
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)}, status=400)
    row = {"form": FileForm(taken), "listing": listing.pk}
    html = render_to_string("catalog/portal/listings/file_row.html", row, request)
    return JsonResponse({"html": html, "pk": str(taken.pk)})


@require_safe
@listing_required
def content(request, listing, upload):
    return uploads.respond(get_object_or_404(listing.uploads, pk=upload), request)


@require_safe
@listing_required
def small(request, listing, upload):
    """A small copy of a picture."""
    return uploads.thumbnail(get_object_or_404(listing.uploads, pk=upload))
