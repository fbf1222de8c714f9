"""What a visitor writes to a company, and what makes it acceptable."""

import datetime
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.consenting import Purposes, agreed_texts, consent_fields
from catalog.models import Inquiry

from . import ticket

FURTHEST_DAYS = 365
DATED = (Inquiry.Kind.DEMO, Inquiry.Kind.CALL)
REFUSALS = {
    "quick": _("That was quicker than anybody writes. Please look at your entries and send again."),
    "stale": _("The form was open for very long. Please look at your entries and send again."),
}


class LineField(forms.CharField):
    """One line, however many were sent: a line break in a name is never meant."""

    def to_python(self, value):
        return " ".join(super().to_python(value).split())


class PhoneField(LineField):
    """Digits as every keyboard writes them; full-width ones are made plain."""

    default_validators = [
        RegexValidator(
            r"^\+?[0-9][0-9 ()./-]{5,30}$", _("Please write a telephone number, digits only.")
        )
    ]

    def to_python(self, value):
        return unicodedata.normalize("NFKC", super().to_python(value))


class InquiryForm(forms.Form):
    """Kind, who asks, how to answer, what about; the products are chosen beside it."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("inquiry form", "What would you like?"),
        choices=[
            (Inquiry.Kind.QUOTE, _("A quote")),
            (Inquiry.Kind.DEMO, _("A demonstration")),
            (Inquiry.Kind.CALL, _("A call")),
        ],
        widget=forms.RadioSelect,
    )
    name = LineField(
        label=_("Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    organization = LineField(
        label=_("Company or organization"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Answers come here. Please leave an e-mail address or a telephone number."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PhoneField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        help_text=_("With the country code where you can, such as +82 or +86."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    wanted_on = forms.DateField(
        label=_("Wanted day"),
        required=False,
        help_text=_("For a demonstration or a call, if a day suits you best."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    message = forms.CharField(
        label=_("Message"),
        max_length=2000,
        help_text=_("What would you like to know? A sentence is enough."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    # People do not see it; programs fill in whatever there is.
    website = forms.CharField(
        label=_("Please leave this field empty."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    ticket = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields.update(consent_fields(Purposes.INQUIRY))

    @property
    def main_fields(self):
        names = ("kind", "name", "organization", "email", "phone", "wanted_on", "message")
        return [self[name] for name in names]

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise ValidationError(_("Please leave this field empty."), code="trap")
        return ""

    def clean_ticket(self):
        try:
            return ticket.read(self.cleaned_data["ticket"])
        except ticket.Refused as refusal:
            self.renew_ticket()
            self.add_error(None, ValidationError(REFUSALS[refusal.code], code=refusal.code))
            return None

    def clean_wanted_on(self):
        day = self.cleaned_data["wanted_on"]
        today = timezone.localdate()
        if day and not today <= day <= today + datetime.timedelta(days=FURTHEST_DAYS):
            raise ValidationError(_("Please choose a day within the coming year."), code="day")
        return day

    def clean(self):
        data = super().clean()
        kind = data.get("kind")
        if kind not in DATED:
            data["wanted_on"] = None
        if "email" in self.errors or "phone" in self.errors:
            return data
        if kind == Inquiry.Kind.CALL and not data.get("phone"):
            message = _("For a call we need your telephone number.")
            self.add_error("phone", ValidationError(message, code="required"))
        elif not data.get("email") and not data.get("phone"):
            message = _("Please leave an e-mail address or a telephone number.")
            self.add_error("email", ValidationError(message, code="required"))
        return data

    def renew_ticket(self):
        """Give a bound form that comes back a key that can still be used."""
        self.data = self.data.copy()
        self.data["ticket"] = ticket.issue()

    @property
    def details(self):
        """What is stored of a valid form: the columns of Inquiry."""
        names = ("kind", "name", "organization", "email", "phone", "wanted_on", "message")
        return {name: self.cleaned_data[name] for name in names}

    @property
    def consent_texts(self):
        return agreed_texts(self)
