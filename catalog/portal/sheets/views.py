"""Spreadsheets in the portal: upload, progress, report, the sheet with remarks, drafts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.importing.sheets.blank import blank_sheet
from catalog.importing.sheets.imports import ask_for_drafts, local_copy
from catalog.importing.sheets.reading import SheetReading
from catalog.importing.sheets.remarks import XLSX, file_name, remarked
from catalog.importing.sheets.sources import UnreadableSheet
from catalog.models import Family, SheetImport
from center_site.languages import current_language

from ..access import member_required
from .forms import SheetForm
from .reports import rows_of, tabs_of

PER_PAGE = 50
EARLIER = 20


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def sheets(request):
    """The form, and the sheets sent before."""
    vendor = request.membership.vendor
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if form.is_bound:
        language_code = current_language().code
        taken = form.take(vendor=vendor, by=request.user, language_code=language_code)
        if taken:
            return redirect("portal_sheet", taken.pk)
    earlier = SheetImport.objects.filter(vendor=vendor).select_related("upload").defer("report")
    context = {
        "form": form,
        "page": Paginator(earlier, EARLIER).get_page(request.GET.get("page")),
        "families": Family.objects.all(),
    }
    return render(request, "catalog/portal/sheets/sheets.html", context)


@require_safe
@member_required
def sheet(request, pk):
    """How far a sheet is read, and then its report."""
    found = _own(request, pk)
    action = request.GET.get("action", "")
    page = Paginator(rows_of(found, action), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "sheet": found,
        "is_busy": found.status in ("waiting", "reading", "storing"),
        "tabs": tabs_of(found, action),
        "query": f"action={action}&" if action else "",
        "page": page,
        "accepted": found.report.get("summary", {}).get("accept", 0),
        "rejected": found.report.get("summary", {}).get("reject", 0),
    }
    return render(request, "catalog/portal/sheets/sheet.html", context)


@require_POST
@member_required
def drafts(request, pk):
    found = _own(request, pk)
    if not ask_for_drafts(found):
        messages.info(request, _("The drafts of this sheet are made already, or being made."))
    return redirect("portal_sheet", pk)


@require_safe
@member_required
def remarks(request, pk):
    """The same sheet with a column of remarks, as a file to keep."""
    found = _own(request, pk)
    if not found.report.get("rows"):
        raise Http404
    name = found.upload.original_name
    try:
        with local_copy(found.upload) as path:
            reading = SheetReading(path, name=name, vendor_slug=found.vendor.slug)
            content, media_type = remarked(reading, found.report)
    except UnreadableSheet as error:
        raise Http404 from error
    return _download(content, media_type, file_name(name, found.report["kind"]))


@require_safe
@member_required
def template(request):
    """An empty sheet, with columns for the specs of the family that is asked for."""
    family = Family.objects.filter(key=request.GET.get("family", "").replace("\x00", "")).first()
    content = blank_sheet(current_language(), family, request.membership.vendor)
    key = family.key if family else "products"
    return _download(content, XLSX, f"{key}-{current_language().suffix}.xlsx")


def _own(request, pk):
    mine = SheetImport.objects.filter(vendor=request.membership.vendor)
    return get_object_or_404(mine.select_related("upload", "vendor"), pk=pk)


def _download(content, media_type, name):
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
