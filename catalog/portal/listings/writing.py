"""Writing a listing: the form, its buttons, and saving while one types."""

import json

from django.conf import settings
from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from catalog import review
from catalog.listing.completeness import measure
from catalog.listing.files import files_words, save_words
from catalog.models import ProductPage
from catalog.uploads import used_by

from .comparing import compare, picked
from .files import do_with_file, sections_of_files, take_all
from .layout import SECTIONS, lay_out, mistakes
from .owning import form_of, listing_required


@require_http_methods(["GET", "HEAD", "POST"])
@listing_required
def edit(request, listing):
    """The form; every button of it saves first, so that no button loses what was typed."""
    if request.method == "POST":
        return _receive(request, listing)
    if not listing.is_editable:
        return redirect("portal_listing", listing.pk)
    return show(request, listing, form_of(listing))


def _receive(request, listing):
    form = form_of(listing, request.POST)
    data = picked(request, listing, form.draft_data())
    base = read_base(request)
    try:
        review.save_draft(listing, by=request.user, data=data, version=_version(request))
    except review.StaleDraft as stale:
        return compare(request, stale.current, form=form, base=base)
    except review.InvalidTransition as refusal:
        messages.warning(request, refusal)
        return show(request, listing, form)
    file_forms = save_words(listing, data=request.POST, base=base)
    refused = take_all(request, listing)
    if refused or file_forms:
        return show(request, listing, form_of(listing), file_forms=file_forms, refused=refused)
    return _follow(request, listing, request.POST.get("action", ""))


def _follow(request, listing, action):
    """What the button that was pressed asks for, once everything is saved."""
    verb, _dash, rest = action.partition("-")
    if verb == "submit":
        return _submit(request, listing)
    if verb == "preview":
        return redirect("portal_listing_preview", listing.pk, rest)
    place = do_with_file(listing, verb, rest)
    if not place:
        messages.success(request, _("Saved at %(time)s.") % {"time": now()})
        place = rest if verb == "at" and rest in SECTIONS else ""
    address = reverse("portal_listing_edit", args=[listing.pk])
    return redirect(f"{address}#{place}" if place else address)


def _submit(request, listing):
    try:
        review.submit(listing, by=request.user, version=listing.version)
    except review.Incomplete as incomplete:
        return show(request, listing, incomplete.form)
    except review.StaleDraft as stale:
        form = form_of(listing)
        return compare(request, stale.current, form=form, base=form.draft_data())
    except (review.InvalidTransition, review.NotAllowed) as refusal:
        messages.error(request, refusal)
        return redirect("portal_listing", listing.pk)
    messages.success(request, _("Submitted. You will be told of the decision by e-mail."))
    return redirect("portal_listing", listing.pk)


def show(request, listing, form, *, file_forms=(), refused=()):
    """The form with its mistakes; what was typed stands in it, right or wrong."""
    uploads = list(listing.uploads.all())
    remarks = [
        remark
        for remark in listing.comments.filter(resolved_at=None).select_related("by")
        if not remark.is_from_company
    ]
    context = {
        "listing": listing,
        "form": form,
        "layout": lay_out(form, remarks),
        "sections": SECTIONS,
        "base": json.dumps({**listing.data, **files_words(uploads)}, ensure_ascii=False),
        "mistakes": mistakes(form, file_forms),
        "refused": refused,
        "files": sections_of_files(uploads, {item.upload.pk: item for item in file_forms}),
        "complete": measure(listing.data, uploads, listing.family),
        "saved_at": time_format(timezone.localtime(listing.updated_at), "H:i"),
        "used": filesizeformat(used_by(listing.vendor)),
        "most": filesizeformat(settings.VENDOR_UPLOAD_QUOTA_BYTES),
        "modes": ProductPage().preview_modes,
    }
    return render(request, "catalog/portal/listings/edit.html", context)


@require_POST
@listing_required
def draft(request, listing):
    """What the browser sends while one types; never refused for being incomplete."""
    form = form_of(listing, request.POST)
    try:
        review.save_draft(
            listing, by=request.user, data=form.draft_data(), version=_version(request)
        )
    except review.StaleDraft as stale:
        kept = {"version": stale.current.version, "data": stale.current.data}
        return JsonResponse({"state": "stale", **kept}, status=409)
    except review.InvalidTransition:
        return JsonResponse({"state": "closed"}, status=409)
    save_words(listing, data=request.POST, base=read_base(request))
    complete = measure(listing.data, listing.uploads.all(), listing.family)
    return JsonResponse(
        {
            "version": listing.version,
            "time": now(),
            "percent": complete.percent,
            "missing": complete.missing,
        }
    )


def _version(request):
    """The version the browser has seen; 0, which is always stale, for none."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


def read_base(request):
    """What the browser began from, to tell which of two windows changed a field."""
    try:
        base = json.loads(request.POST.get("base") or "{}")
    except (ValueError, RecursionError):
        return {}
    return base if isinstance(base, dict) else {}


def now():
    return time_format(timezone.localtime(), "H:i")
