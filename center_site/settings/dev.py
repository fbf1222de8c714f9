"""The reloading developer's server: `make dev`."""

from .local import *  # noqa: F403 - settings modules extend each other by design

DEBUG = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
