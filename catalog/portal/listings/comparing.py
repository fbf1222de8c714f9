"""Two windows have written the same listing: both texts side by side, and the person chooses."""

import json

from django.http import QueryDict
from django.shortcuts import render

from catalog.listing.differences import choices
from catalog.listing.files import files_words

from .owning import form_of

KEPT_ASIDE = {"csrfmiddlewaretoken", "version", "base", "action"}


def compare(request, current, *, form, base):
    """Each field that differs, with what to take preselected. Nothing is saved yet.

    Everything that was sent travels on in the page, so that no other way loses it.
    """
    mine = form.draft_data()
    base = form_of(current, base).draft_data()
    context = {
        "listing": current,
        "choices": choices(form, mine=mine, theirs=current.data, base=base),
        "kept": _kept(request.POST),
        "base": json.dumps(
            {**current.data, **files_words(current.uploads.all())}, ensure_ascii=False
        ),
    }
    return render(request, "catalog/portal/listings/compare.html", context, status=409)


def _kept(sent: QueryDict):
    """[(name, value)] of what was typed."""
    return [
        (name, value)
        for name, values in sent.lists()
        if name not in KEPT_ASIDE and not name.startswith("pick-")
        for value in values
    ]


def picked(request, listing, data):
    """The data with the other window's values where the person chose them."""
    names = [name.removeprefix("pick-") for name in request.POST if name.startswith("pick-")]
    theirs = {name for name in names if request.POST[f"pick-{name}"] == "theirs"}
    kept = {name: value for name, value in data.items() if name not in theirs}
    return {**kept, **{name: listing.data[name] for name in theirs if name in listing.data}}
