"""Production: refuses to start until it is told its secrets, hosts and database."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403 - settings modules extend each other by design
from .base import TASKS
from .environment import database, env, secret_key

REQUIRED = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "PUBLIC_ORIGIN")
missing = [name for name in REQUIRED if not os.environ.get(name)]
if missing:
    raise ImproperlyConfigured(
        "Production needs these environment variables: " + ", ".join(missing)
    )

SECRET_KEY = secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DATABASES = {"default": database()}

# The whole site is https, and browsers are told never to try anything else.
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz/$", r"^readyz/$"]  # asked by a balancer, without TLS
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Throttles count the visitor's own address, which the proxy in front adds last.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
STAFF_MFA_REQUIRED = True
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=False)

if env.bool("BACKGROUND_WORKER", default=False):
    TASKS = {**TASKS, "background": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds; without a worker somebody waits for the mail server
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="no-reply@localhost")
