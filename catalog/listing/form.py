"""The form of a listing: words in two languages, facts, the specs of all families.

It is lenient: nothing is required of a draft, and what was typed is kept as it was typed
(`draft_data`). `for_submission` adds what a reviewer cannot do without.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.forms.utils import ErrorDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductPage
from catalog.models.vendors import Country
from center_site.languages import LANGUAGES, Language, by_code

from .certificates import NAME as CERTIFICATE_NAME
from .certificates import certificate_rows, refuse_repeats
from .data import tidy
from .fields import (
    AmountField,
    CountField,
    DayField,
    LinesField,
    ReleaseField,
    TermField,
    TermsField,
    WordsField,
)
from .labels import LABELS
from .spec_rows import SpecRow
from .terms import KnownTerms

UNKNOWN = [("", "–")]
BOTH_LANGUAGES = {
    "title": (WordsField, {"max_length": 200}),
    "tagline": (WordsField, {"max_length": 160}),
    "summary": (WordsField, {"max_length": 1000, "widget": forms.Textarea}),
    "highlights": (LinesField, {"most": 12, "longest": 200}),
    "body": (WordsField, {"max_length": 20_000, "widget": forms.Textarea}),
    "regulatory_note": (WordsField, {"max_length": 1000, "widget": forms.Textarea}),
}


class ListingForm(forms.Form):
    """Always bound, to what a browser sent or to a submission's stored data."""

    title_en = WordsField(label=LABELS["title_en"], max_length=200)
    aliases = LinesField(label=LABELS["aliases"], most=20, longest=120)
    origin_country = forms.ChoiceField(
        label=LABELS["origin_country"], choices=[*UNKNOWN, *Country.choices], required=False
    )
    hs_code = WordsField(
        label=LABELS["hs_code"],
        max_length=20,
        help_text=_("6, 8 or 10 digits; empty if you do not know it."),
    )
    release = ReleaseField(
        label=LABELS["release"], help_text=_("As exactly as you know it: 2024, 2024-H1, 2024-05.")
    )
    price_kind = forms.ChoiceField(
        label=LABELS["price_kind"],
        choices=[
            ("price", _("I state a price")),
            ("on_request", pgettext_lazy("price", "On request")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    price_currency = forms.ChoiceField(
        label=LABELS["price_currency"],
        choices=[*UNKNOWN, *ProductPage.Currency.choices],
        required=False,
    )
    price_minimum = AmountField(label=LABELS["price_minimum"])
    price_maximum = AmountField(label=LABELS["price_maximum"])
    price_basis = forms.ChoiceField(
        label=LABELS["price_basis"],
        choices=[*UNKNOWN, *ProductPage.PriceBasis.choices],
        required=False,
    )
    price_period = forms.ChoiceField(
        label=LABELS["price_period"],
        choices=[("", _("Once")), *ProductPage.PricePeriod.choices],
        required=False,
    )
    is_tax_included = forms.TypedChoiceField(
        label=LABELS["is_tax_included"],
        choices=[("", _("Not stated")), ("yes", _("VAT included")), ("no", _("VAT excluded"))],
        coerce={"yes": True, "no": False}.__getitem__,
        empty_value=None,
        required=False,
    )
    price_valid_until_on = DayField(label=LABELS["price_valid_until_on"])
    lead_time_days = CountField(label=LABELS["lead_time_days"])
    minimum_order_quantity = CountField(label=LABELS["minimum_order_quantity"], least=1)
    warranty_months = CountField(label=LABELS["warranty_months"])
    after_sales_country = forms.ChoiceField(
        label=LABELS["after_sales_country"], choices=[*UNKNOWN, *Country.choices], required=False
    )

    def __init__(self, data=None, *, vendor, language, for_submission=False, terms=None):
        super().__init__({} if data is None else data)
        self.vendor = vendor
        self.language = language if isinstance(language, Language) else by_code(language)
        self.for_submission = for_submission
        self.terms = terms or KnownTerms()
        self.fields |= self._words_of_both() | self._terms()

    def _words_of_both(self):
        return {
            f"{name}_{language.suffix}": kind(label=LABELS[f"{name}_{language.suffix}"], **options)
            for name, (kind, options) in BOTH_LANGUAGES.items()
            for language in LANGUAGES
        }

    def _terms(self):
        known = self.terms
        return {
            "family": TermField(
                known.families, groups=known.families_by_field(), label=LABELS["family"]
            ),
            "availability": TermField(known.availabilities, label=LABELS["availability"]),
            "applications": TermsField(known.applications, label=LABELS["applications"]),
            "industries": TermsField(known.industries, label=LABELS["industries"]),
        }

    @cached_property
    def spec_rows(self):
        """{key: SpecRow} of every spec key that a family offers or the data holds."""
        rows = {key: SpecRow(spec, self.data) for key, spec in self.terms.spec_keys.items()}
        return {
            key: row
            for key, row in rows.items()
            if row.is_posted or row.spec_key.family_specs.all()
        }

    @cached_property
    def certificates(self):
        return certificate_rows(self.data, self.terms.marks)

    @property
    def posted_rows(self):
        return [row for row in (*self.spec_rows.values(), *self.certificates) if row.is_bound]

    @property
    def errors(self):
        """All mistakes by HTML name, those of specs and certificates among them."""
        found = ErrorDict(super().errors, renderer=self.renderer)
        for row in self.posted_rows:
            found |= {row.add_prefix(name): errors for name, errors in row.errors.items()}
        return found

    def full_clean(self):
        super().full_clean()
        for row in self.certificates:
            row.full_clean()
        refuse_repeats(self.certificates)

    def clean_hs_code(self):
        code = "".join(part for part in self.cleaned_data["hs_code"] if part not in " .-")
        if code:
            check = ProductPage._meta.get_field("hs_code").validators[0]
            RegexValidator(check.regex, check.message, code="hs_code")(code)
        return code

    def clean(self):
        cleaned = super().clean()
        if self.states_price:
            self._check_price(cleaned)
        if self.for_submission:
            self._check_what_is_needed(cleaned)
        return cleaned

    @property
    def states_price(self):
        return self.cleaned_data.get("price_kind") != "on_request"

    def _check_price(self, cleaned):
        minimum, maximum = cleaned.get("price_minimum"), cleaned.get("price_maximum")
        if maximum is not None and minimum is None and "price_minimum" not in self._errors:
            self._refuse("price_minimum", _("Give the lowest price too."), "required")
        elif maximum is not None and minimum is not None and maximum < minimum:
            self._refuse("price_maximum", _("The highest price is not below the lowest."), "order")
        if minimum is not None and not cleaned.get("price_currency"):
            self._refuse("price_currency", _("Give the price its currency."), "required")

    def _check_what_is_needed(self, cleaned):
        for name in ("family", "origin_country"):
            if not cleaned.get(name):
                self._refuse(name, _("This is needed before you submit."), "required")
        if not any(self.has_words(language) for language in LANGUAGES):
            for name in ("title", "summary"):
                field = f"{name}_{self.language.suffix}"
                if not cleaned.get(field):
                    self._refuse(
                        field, _("A name and a summary are needed in one language."), "required"
                    )
        self._check_stated_price(cleaned)

    def _check_stated_price(self, cleaned):
        if cleaned.get("price_kind") == "price" and cleaned.get("price_minimum") is None:
            self._refuse("price_minimum", _("Give the price, or say “on request”."), "required")
        until = cleaned.get("price_valid_until_on")
        if self.states_price and until and until < timezone.localdate():
            self._refuse("price_valid_until_on", _("This price is no longer valid."), "past")

    def _refuse(self, name, message, code):
        if name not in self._errors:
            self.add_error(name, ValidationError(message, code=code))

    def has_words(self, language):
        """Whether the language has the words that no page can do without."""
        names = (f"title_{language.suffix}", f"summary_{language.suffix}")
        return all(self.cleaned_data.get(name) for name in names)

    def known_names(self):
        """Every HTML name the form knows; anything else that was sent is dropped."""
        names = list(self.fields)
        for row in self.spec_rows.values():
            names += map(row.add_prefix, row.fields)
        return [*names, *(name for name in self.data if CERTIFICATE_NAME.fullmatch(name))]

    def draft_data(self):
        """What was typed, as it was typed: what a draft keeps."""
        return tidy({name: self._typed(name) for name in self.known_names()})

    def _typed(self, name):
        if not isinstance(self.fields.get(name), TermsField):
            return self.data.get(name)
        typed = self[name].value() or []
        return [typed] if isinstance(typed, str) else typed
