"""Every word that the sources send through gettext, found as `makemessages` finds it.

Babel reads them instead of GNU gettext's xgettext, so that the check runs on any machine.
"""

import io
from pathlib import Path

from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = settings.BASE_DIR
APPS = ("center_site", "catalog", "kiosk")
SUFFIXES = {"django": (".py", ".html", ".txt", ".xml"), "djangojs": (".js",)}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def words_of_sources(domain="django"):
    """{(context or None, original): "path:line"} over the files of one gettext domain."""
    return {
        key: f"{path.relative_to(ROOT)}:{line}"
        for app in APPS
        for path in sorted((ROOT / app).rglob("*"))
        if path.suffix in SUFFIXES[domain] and "vendor" not in path.parts
        for key, line in words_of(path)
    }


def words_of(path: Path):
    method = "javascript" if path.suffix == ".js" else "python"
    for line, message, _comments, context in extract(method, source_of(path), KEYWORDS):
        original = message[0] if isinstance(message, tuple) else message
        yield (context, original), line


def source_of(path):
    text = path.read_text("utf-8")
    if path.suffix not in (".py", ".js"):
        # Django turns a template into calls that stand where its tags stood; without their
        # indentation each line is Python enough to be read by itself.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    return io.BytesIO(text.encode())
