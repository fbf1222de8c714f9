"""The centre on one machine: what `make run` serves. DEBUG off, no secrets needed."""

from django.core.management.utils import get_random_secret_key

from .base import *  # noqa: F403 - settings modules extend each other by design
from .base import BASE_DIR, database, env

SECRET_FILE = BASE_DIR / ".build" / "secret-key"


def local_secret():
    """A key of this checkout's own, kept so that people stay signed in between runs."""
    if not SECRET_FILE.exists():
        SECRET_FILE.parent.mkdir(exist_ok=True)
        SECRET_FILE.write_text(get_random_secret_key())
    return SECRET_FILE.read_text()


SECRET_KEY = env("SECRET_KEY", default="") or local_secret()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
DATABASES = {"default": database(env("DATABASE_URL", default="") or f"sqlite:///{BASE_DIR}/db.sqlite3")}
SERVE_MEDIA = True
KIOSK_OPEN_SCREENS = ["demo"]
