"""What a screen asks for: its page, its manifest, its content."""

import base64
import gzip
import json

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from catalog.qr import qr_svg
from center_site.languages import KOREAN, LANGUAGES, by_code, current_language
from center_site.staff import is_staff

from .bundle import current_bundle, packed_content
from .content import build_content, screen_record
from .manifest import to_json
from .models import Kiosk

LONGEST_IDLE = 3600
STYLES = [f"kiosk/css/{name}.css" for name in ("base", "shell", "attract", "lists", "product")]
UNLISTED = {"X-Robots-Tag": "noindex"}


@require_safe
def pairing(request):
    """Where a screen that is not paired ends up. Names the screens that open without pairing."""
    screens = Kiosk.objects.filter(is_active=True, slug__in=settings.KIOSK_OPEN_SCREENS)
    return _page(request, "kiosk/pairing.html", {"screens": screens, "languages": LANGUAGES})


@require_safe
def screen(request, slug):
    """The shell of one screen. Everything it shows comes from its content file."""
    kiosk = _screen_for(request, slug)
    start = _language(request.GET.get("lang"))
    context = {
        "kiosk": kiosk,
        "panel": screen_record(kiosk).panel,
        "start": start or KOREAN,
        "languages": LANGUAGES,
        "idle_seconds": _idle_seconds(request, kiosk),
    }
    return _page(request, "kiosk/screen.html", context, start or KOREAN)


def preview(product, request):
    """The shell, showing this draft alone. The content travels in the page: it is nobody else's."""
    kiosk = Kiosk(slug="preview", title="Preview", idle_seconds=LONGEST_IDLE)
    language = current_language()
    shown = json.loads(to_json(build_content(kiosk, [product])))
    for record in shown["products"]:
        # The public code of a product that is not public yet would answer 404.
        record["qr_url"] = {code: _qr_in_place(url) for code, url in record["page_url"].items()}
    context = {
        "kiosk": kiosk,
        "panel": screen_record(kiosk).panel,
        "start": language,
        "languages": LANGUAGES,
        "idle_seconds": LONGEST_IDLE,
        "content": shown,
        "product": product,
    }
    return _page(request, "kiosk/screen.html", context, language)


def _qr_in_place(address):
    return f"data:image/svg+xml;base64,{base64.b64encode(qr_svg(address)).decode()}"


@require_safe
def manifest(request, slug):
    """The manifest of the screen's bundle, as it is now."""
    bundle = current_bundle(_screen_for(request, slug))
    return HttpResponse(
        to_json(bundle.manifest),
        content_type="application/json",
        headers={**UNLISTED, "Cache-Control": "no-cache"},
    )


@require_safe
def content(request, slug, version):
    """The content of one version. Its name says what it holds, so it is kept for ever."""
    packed = packed_content(_screen_for(request, slug), version)
    if packed is None:
        raise Http404
    takes_gzip = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(
        packed if takes_gzip else gzip.decompress(packed),
        content_type="application/json",
        headers={**UNLISTED, "Cache-Control": "private, max-age=31536000, immutable"},
    )
    if takes_gzip:
        response["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


def _screen_for(request, slug):
    """The active screen, if it stands open or a member of staff looks; 404 otherwise."""
    if slug not in settings.KIOSK_OPEN_SCREENS and not is_staff(request.user):
        raise Http404
    kiosk = Kiosk.objects.filter(slug=slug, is_active=True).first()
    if kiosk is None:
        raise Http404
    return kiosk


def _language(code):
    """The language of this code, or None for any other text."""
    try:
        return by_code(code)
    except KeyError:
        return None


def _idle_seconds(request, kiosk):
    """The screen's own time; on an open screen `?idle=` may set another, for trying it out."""
    asked = request.GET.get("idle", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) <= 5
    if is_number and kiosk.slug in settings.KIOSK_OPEN_SCREENS:
        seconds = int(asked)
        return seconds if 1 <= seconds <= LONGEST_IDLE else kiosk.idle_seconds
    return kiosk.idle_seconds


def _page(request, template, context, language=KOREAN):
    with translation.override(language.code):
        response = render(request, template, {**context, "styles": STYLES})
    for name, value in {**UNLISTED, "Cache-Control": "no-cache"}.items():
        response.headers[name] = value
    response.headers["Content-Language"] = language.html_lang
    return response
