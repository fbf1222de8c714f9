"""Adding and renaming a passkey or security key, in words that say what it is good for."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _

NAME = _("Name of the key")


class AddKeyForm(AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = NAME
        alone = self.fields["passwordless"]
        alone.label = _("Sign in with this key alone, without the password (passkey)")
        alone.help_text = _(
            "The key or device then asks for a fingerprint, your face or a PIN. Without this the "
            "key is the second step after the password."
        )


class RenameKeyForm(EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = NAME
