"""A listing as visitors would see it, made of what is saved and shown to its company alone."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.listing.pages import new_page, write_page

from .owning import form_of, listing_required


@require_safe
@listing_required
def preview(request, listing, mode):
    """One of the page's preview modes. Nothing of the page is saved."""
    form = form_of(listing)
    form.full_clean()
    if not form.cleaned_data.get("family") or not form.cleaned_data.get("origin_country"):
        messages.warning(request, _("Choose the family and the country of origin first."))
        return redirect("portal_listing_edit", listing.pk)
    page = write_page(_page_of(listing), form, listing.uploads.all())
    if mode not in dict(page.preview_modes):
        raise Http404
    return page.serve_preview(request, mode)


def _page_of(listing):
    """The last version that the company may see; never an editor's half-finished one."""
    if listing.revision:
        return listing.revision.as_object()
    return listing.page or new_page(listing.vendor)
