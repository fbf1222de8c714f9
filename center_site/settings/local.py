"""The centre on one machine: what `make run` serves. DEBUG off, no secrets needed."""

from urllib.parse import urlsplit

from django.core.management.utils import get_random_secret_key

from .base import *  # noqa: F403 - settings modules extend each other by design
from .base import BASE_DIR, PUBLIC_ORIGIN
from .environment import database, env, secret_key

SECRET_FILE = BASE_DIR / ".build" / "secret-key"


def local_secret():
    """A key of this checkout's own, kept so that people stay signed in between runs."""
    if not SECRET_FILE.exists():
        SECRET_FILE.parent.mkdir(exist_ok=True)
        SECRET_FILE.touch(mode=0o600)
        SECRET_FILE.write_text(get_random_secret_key())
    return SECRET_FILE.read_text()


SECRET_KEY = secret_key() or local_secret()
# This machine, the public address and whoever else is named: a phone that reads a QR code.
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("ALLOWED_HOSTS", default=[])]
if PUBLIC_ORIGIN:
    ALLOWED_HOSTS.append(urlsplit(PUBLIC_ORIGIN).hostname)
DATABASES = {"default": database(default=f"sqlite:///{BASE_DIR}/db.sqlite3")}
SERVE_MEDIA = True
KIOSK_OPEN_SCREENS = ["demo"]
# Passkeys at http://localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="no-reply@localhost")
