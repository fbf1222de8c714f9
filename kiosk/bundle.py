"""The bundle of a screen: its content as one file, and the manifest that names it.

Built when somebody asks and something has changed since; kept until then. The count of
changes says when that is, and a timer catches what passed by the count.
"""

import gzip
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from .content import build_content
from .freshness import freshness
from .manifest import File, Manifest, fingerprint, to_json
from .models import Kiosk

TIMER_SECONDS = 600
# A screen that has just read a manifest may still ask for the content it names.
GRACE_SECONDS = 3600
LONGEST_BUILD_SECONDS = 120


@dataclass(frozen=True)
class Bundle:
    manifest: Manifest
    packed_content: bytes


def current_bundle(kiosk: Kiosk) -> Bundle:
    """What the screen should hold now; built anew only if something has changed.

    One request builds; others that come meanwhile get the bundle before, so that a whole
    hall of screens does not build the same thing at once.
    """
    fresh, latest = f"kiosk:{kiosk.pk}:bundle:{freshness()}", f"kiosk:{kiosk.pk}:latest"
    bundle = cache.get(fresh)
    if bundle is None:
        is_mine = cache.add(f"{fresh}:building", True, LONGEST_BUILD_SECONDS)
        bundle = None if is_mine else cache.get(latest)
    if bundle is None:
        bundle = build_bundle(kiosk)
        cache.set(fresh, bundle, TIMER_SECONDS)
        cache.set(latest, bundle, GRACE_SECONDS)
        version = bundle.manifest.version
        cache.set(_content_key(kiosk, version), bundle.packed_content, GRACE_SECONDS)
        cache.delete(f"{fresh}:building")
    return bundle


def packed_content(kiosk: Kiosk, version: str) -> bytes | None:
    """The content of that version, gzipped, or None where it is neither current nor recent."""
    kept = cache.get(_content_key(kiosk, version))
    if kept is None:
        bundle = current_bundle(kiosk)
        kept = bundle.packed_content if bundle.manifest.version == version else None
    return kept


def build_bundle(kiosk: Kiosk) -> Bundle:
    """The same facts always give the same content, byte for byte, and so the same version."""
    data = to_json(build_content(kiosk))
    digest = fingerprint(data)
    version = digest[:16]
    content = File(
        url=reverse("kiosk_content", args=[kiosk.slug, version]),
        sha256=digest,
        size_bytes=len(data),
        media_type="application/json",
        role="content",
    )
    manifest = Manifest(
        version=version,
        built_at=timezone.now().isoformat(timespec="seconds"),
        timezone=settings.TIME_ZONE,
        screen=kiosk.slug,
        files=(content,),
    )
    return Bundle(manifest, gzip.compress(data, compresslevel=6, mtime=0))


def _content_key(kiosk, version):
    return f"kiosk:{kiosk.pk}:content:{version}"
