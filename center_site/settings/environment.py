"""Reads what differs from machine to machine, and refuses what cannot be meant."""

import os
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()
ENGINES = ("sqlite", "postgres", "postgresql")

SQLITE_OPTIONS = {
    # Writers queue instead of failing half-way, and readers never wait for them.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
}


def secret_key():
    """As it stands: django-environ would take a leading $ for another variable's name."""
    return os.environ.get("SECRET_KEY", "")


def database(default=""):
    """The DATABASES entry of DATABASE_URL, with this project's options for either engine."""
    url = env("DATABASE_URL", default="") or default
    if urlsplit(url).scheme not in ENGINES:
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with sqlite:/// or postgres://, such as "
            "postgres://user:password@host:5432/name."
        )
    config = env.db_url_config(url)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    else:
        config.setdefault("CONN_MAX_AGE", 60)
        config["CONN_HEALTH_CHECKS"] = True
    return config


def public_origin():
    """Scheme and host of PUBLIC_ORIGIN, or an empty string. Addresses are made by joining to it."""
    origin = env("PUBLIC_ORIGIN", default="").rstrip("/")
    parts = urlsplit(origin)
    if origin and (
        parts.scheme not in ("http", "https") or origin != f"{parts.scheme}://{parts.netloc}"
    ):
        raise ImproperlyConfigured(
            "PUBLIC_ORIGIN must be like https://center.example, without a path."
        )
    return origin
