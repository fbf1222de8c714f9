"""The first staff user of a new centre."""

import os
import secrets

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "admin"
# Signing in asks for an address that is known to be one's own. Whoever has the machine's
# shell needs no mail to show it; the address can be changed on the account's page.
EMAIL = "admin@localhost"


class Command(BaseCommand):
    help = "Make the superuser `admin` if missing, with ADMIN_PASSWORD or a password made up here."

    def handle(self, **options):
        """Prints the one line about signing in; a made-up password is never shown again."""
        chosen = os.environ.get("ADMIN_PASSWORD")
        user = get_user_model().objects.filter(username=NAME).first()
        if user is None:
            password = chosen or secrets.token_urlsafe(12)
            user = get_user_model().objects.create_superuser(NAME, EMAIL, password)
            self.tell(f"password {password}" + ("" if chosen else "  (shown this once: keep it)"))
        elif chosen:
            # Setting the same password anew would sign its owner out.
            if not user.check_password(chosen):
                user.set_password(chosen)
                user.save(update_fields=["password"])
            self.tell(f"password {chosen}")
        else:
            self.tell(
                "with the password of the first run (ADMIN_PASSWORD=... make run sets another)"
            )

        know_address(user)

    def tell(self, words):
        self.stdout.write(f"{NAME}, {words}")


def know_address(user):
    """Make the account's e-mail address count as verified, and give it one if it has none."""
    if EmailAddress.objects.filter(user=user, verified=True).exists():
        return
    if not user.email:
        user.email = EMAIL
        user.save(update_fields=["email"])
    EmailAddress.objects.update_or_create(
        user=user, email=user.email.lower(), defaults={"verified": True, "primary": True}
    )
