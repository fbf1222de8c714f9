"""The first step of a listing: its family and a name. Nothing is stored before that."""

import uuid

from django import forms
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from catalog import review
from catalog.listing.fields import TermField, WordsField
from catalog.listing.labels import LABELS
from catalog.listing.terms import KnownTerms
from catalog.portal.access import member_required
from center_site.languages import current_language


class BeginForm(forms.Form):
    """`client_key` is made with the form, so that the same form sent twice is one listing."""

    client_key = forms.UUIDField(widget=forms.HiddenInput)
    title_ko = WordsField(label=LABELS["title_ko"], max_length=200)
    title_zh = WordsField(label=LABELS["title_zh"], max_length=200)
    title_en = WordsField(
        label=LABELS["title_en"],
        max_length=200,
        help_text=_("As on the nameplate. The product's web address is made of it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        terms = KnownTerms()
        family = TermField(
            terms.families,
            groups=terms.families_by_field(),
            label=LABELS["family"],
            help_text=_("It decides which figures are asked for. You can change it later."),
        )
        family.required = True
        self.fields = {"client_key": self.fields["client_key"], "family": family, **self.fields}

    def clean(self):
        cleaned = super().clean()
        if not any(cleaned.get(f"title_{name}") for name in ("ko", "zh", "en")):
            self.add_error(
                None, forms.ValidationError(_("Give it a name in one language."), code="required")
            )
        return cleaned

    def data_to_begin(self):
        names = [name for name in self.fields if name.startswith("title_")]
        typed = {name: self.cleaned_data[name] for name in names if self.cleaned_data[name]}
        return {"family": self.cleaned_data["family"].key, **typed}


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def new(request):
    form = BeginForm(request.POST or None, initial={"client_key": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        return redirect("portal_listing_edit", _begin(request, form).pk)
    return render(request, "catalog/portal/listings/new.html", {"form": form})


def _begin(request, form):
    try:
        return review.start_draft(
            request.membership.vendor,
            by=request.user,
            data=form.data_to_begin(),
            client_key=form.cleaned_data["client_key"],
            language_code=current_language().code,
        )
    except review.NotAllowed as refusal:
        raise Http404 from refusal
