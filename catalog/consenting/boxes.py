"""The boxes of a form that ask for consent: one to a purpose, unticked, the text beside it."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.models import ConsentPurpose, ConsentText

from .answers import current_texts

LABELS = {
    ConsentPurpose.TERMS: _("I agree to the terms of use."),
    ConsentPurpose.PRIVACY: _("I agree to the handling of my personal data."),
    ConsentPurpose.CROSS_BORDER: _(
        "I agree to the transfer of my personal data to the other country."
    ),
}


class ConsentBox(forms.BooleanField):
    """A box to tick. `consent_text` is what is agreed to; templates show it in full."""

    def __init__(self, text: ConsentText, **options):
        super().__init__(
            label=LABELS[ConsentPurpose(text.purpose)],
            error_messages={"required": _("This consent is needed to go on.")},
            **options,
        )
        self.consent_text = text


def consent_fields(purposes: Iterable[str]) -> dict[str, ConsentBox]:
    """{field name: box} of the texts in force, to be added to a form's `fields`."""
    return {
        f"consent-{text.purpose}-{text.version}": ConsentBox(text)
        for text in current_texts(purposes)
    }


def agreed_texts(form: forms.Form) -> list[ConsentText]:
    """The texts whose boxes were ticked in a valid form, to hand to `record`."""
    return [
        field.consent_text
        for name, field in form.fields.items()
        if isinstance(field, ConsentBox) and form.cleaned_data.get(name)
    ]
