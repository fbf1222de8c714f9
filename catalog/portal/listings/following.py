"""One listing seen from outside its form: state, history, comments, and what can be done."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from catalog import review
from catalog.listing.completeness import measure
from catalog.listing.differences import differences
from catalog.listing.fields import WordsField
from catalog.listing.labels import field_labels
from catalog.listing.pages import read_data
from center_site.refusals import Refusal

from .owning import form_of, listing_required
from .states import MEANING, STEPS, steps_for


class CommentForm(forms.Form):
    """What the company says, about a field or the listing as a whole."""

    text = WordsField(label=_("Your comment"), max_length=2000, widget=forms.Textarea)
    field = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].widget.attrs["rows"] = 3


@require_safe
@listing_required
def listing(request, listing):
    return _show(request, listing, CommentForm())


def _show(request, listing, form):
    is_live = bool(listing.page and listing.page.live)
    comments = list(listing.comments.select_related("by"))
    labels = field_labels({comment.field for comment in comments if comment.field})
    for comment in comments:
        comment.label = labels.get(comment.field, "")
    context = {
        "listing": listing,
        "is_live": is_live,
        "meaning": MEANING[listing.status],
        "steps": steps_for(listing, is_live=is_live),
        "events": _events(listing),
        "comments": comments,
        "comment_form": form,
        "complete": measure(listing.data, listing.uploads.all(), listing.family),
        "changes": _changes(listing) if is_live else [],
        "inquiry_count": listing.page.inquiries.count() if listing.page else 0,
    }
    return render(request, "catalog/portal/listings/listing.html", context)


def _events(listing):
    """The steps that the listing took, the latest first."""
    events = list(listing.events.select_related("by"))
    return [event for event in reversed(events) if event.from_status != event.to_status]


def _changes(listing):
    """What the company's version has otherwise than the one that visitors see."""
    return differences(form_of(listing), read_data(listing.page), listing.data)


@require_POST
@listing_required
def say(request, listing):
    form = CommentForm(request.POST)
    if not form.is_valid():
        return _show(request, listing, form)
    field = form.cleaned_data["field"]
    review.comment(
        listing,
        by=request.user,
        text=form.cleaned_data["text"],
        field=field if listing.comments.filter(field=field).exists() else "",
        from_company=True,
    )
    messages.success(request, _("Your comment has been added; the reviewer sees it."))
    return redirect("portal_listing", listing.pk)


@require_POST
@listing_required
def settle(request, listing, comment):
    """Mark a remark as dealt with."""
    review.settle(get_object_or_404(listing.comments, pk=comment), by=request.user)
    return redirect("portal_listing", listing.pk)


@require_POST
@listing_required
def move(request, listing, step):
    """One of the steps that the company may take, if the listing still stands where it can."""
    if step not in STEPS:
        raise Http404
    try:
        getattr(review, step)(listing, by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal)
        return redirect("portal_listing", listing.pk)
    messages.success(request, MEANING[listing.status])
    if step == "start_edit":
        return redirect("portal_listing_edit", listing.pk)
    return redirect("portal_listing", listing.pk)
