"""The form to sign up: an address, a password, and each consent in a box of its own."""

from allauth.account.forms import SignupForm as LibrarySignupForm
from django import forms
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from catalog.consenting import Purposes, agreed_texts, consent_fields, record
from center_site.languages import LANGUAGES, current_language


class SignupForm(LibrarySignupForm):
    """Keeps with the account its language, that of the address, and what was agreed to."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.update(consent_fields(Purposes.ACCOUNT))

    @transaction.atomic
    def save(self, request):
        user = super().save(request)
        remember_language(user, get_language())
        record(agreed_texts(self), user=user, language_code=current_language().code)
        return user


class ConsentForm(forms.Form):
    """The consents that are missing, each in a box of its own."""

    def __init__(self, *args, purposes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.update(consent_fields(purposes))


class LanguageForm(forms.Form):
    """The language in which the centre writes to somebody."""

    language = forms.ChoiceField(
        label=_("Language of mails and of the portal"),
        choices=[(language.code, language.own_name) for language in LANGUAGES],
    )


def remember_language(user, code):
    """Write to the person in this language from now on; the CMS follows it too."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = code
    profile.save(update_fields=["preferred_language"])
