"""What a company's people fill in about it."""

import unicodedata

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.companies import PROFILE_FIELDS, namesakes
from catalog.listing.fields import plain
from catalog.models import Membership, Vendor
from catalog.models.vendors import Country
from catalog.registration_numbers import is_valid
from center_site.languages import LANGUAGES, current_language

WRONG_NUMBER = {
    Country.KOREA: _(
        "This is not a Korean business registration number: it has ten digits, and the last one "
        "must fit the others, as in 124-81-00998. Please compare it with the certificate."
    ),
    Country.CHINA: _(
        "This is not a Unified Social Credit Code: it has 18 digits and letters, and the last one "
        "must fit the others, as in 91110000600037341L. Please compare it with the licence."
    ),
}


NAMES = ("name_ko", "name_zh", "name_en", "city_ko", "city_zh")


class SeenForm(forms.ModelForm):
    """Keeps what readers see of a text: no marks that hide, turn round or break a name."""

    def clean(self):
        cleaned = super().clean()
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = shown(value) if name in NAMES else plain(value)
        return cleaned


def shown(name):
    """One line, without what has no width: such a name would pass for another company's."""
    seen = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    return " ".join(seen.split())


class FoundingForm(SeenForm):
    """A new company: a name in at least one language, and its country."""

    class Meta:
        model = Vendor
        fields = ["name_ko", "name_zh", "name_en", "country_code"]

    def clean(self):
        cleaned = super().clean()
        names = {key: cleaned.get(key, "") for key in ("name_ko", "name_zh", "name_en")}
        if namesakes(**names).exists():
            raise forms.ValidationError(
                _(
                    "A company of this name is in the catalogue already. Ask its owner, or the "
                    "centre, for an invitation."
                ),
                code="namesake",
            )
        return cleaned


class ProfileForm(SeenForm):
    """What the company's page says. The form never saves: a reviewer decides."""

    website_url = forms.URLField(label=_("website"), required=False, assume_scheme="https")

    class Meta:
        model = Vendor
        fields = list(PROFILE_FIELDS)

    def clean_founded_year(self):
        year = self.cleaned_data["founded_year"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError(_("This year is still to come."), code="future")
        return year


class InvitationForm(forms.Form):
    """Whom to invite, and in which language to write."""

    email = forms.EmailField(label=_("e-mail address"), max_length=254)
    language_code = forms.ChoiceField(
        label=_("Language of the invitation"),
        choices=[(language.code, language.own_name) for language in LANGUAGES],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language_code"].initial = current_language().code


class TransferForm(forms.Form):
    """Which member becomes the next owner."""

    member = forms.ModelChoiceField(label=_("Next owner"), queryset=Membership.objects.none())

    def __init__(self, *args, vendor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = vendor.memberships.filter(
            role=Membership.Role.EDITOR
        ).select_related("user")
        self.fields["member"].label_from_instance = lambda membership: membership.user.email


class VerificationForm(forms.Form):
    """The registration number of the company's country, and a scan of the licence."""

    registration_number = forms.CharField(max_length=40)
    licence = forms.FileField(
        label=_("Scan of the business licence"),
        help_text=_("A picture or a PDF. Only the centre's reviewers see it."),
        widget=forms.ClearableFileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,application/pdf"}
        ),
    )

    def __init__(self, *args, country_code, **kwargs):
        super().__init__(*args, **kwargs)
        self.country_code = country_code
        number = self.fields["registration_number"]
        number.label = {
            Country.KOREA: _("Business registration number"),
            Country.CHINA: _("Unified Social Credit Code"),
        }[country_code]

    def clean_registration_number(self):
        number = self.cleaned_data["registration_number"]
        if not is_valid(number, self.country_code):
            raise forms.ValidationError(WRONG_NUMBER[self.country_code], code="number")
        return number
