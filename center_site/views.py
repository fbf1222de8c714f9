"""The ground floor's own answers: language choice, health, and the error pages."""

from urllib.parse import urlencode

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from .addresses import origin_of
from .staff import is_staff


@require_safe
def choose_language(request):
    """Lead to the home page in the language that the browser asks for."""
    response = HttpResponseRedirect(f"/{request.LANGUAGE_CODE}/")
    patch_vary_headers(response, ("Accept-Language",))
    return response


@require_safe
def alive(request):
    """Whether the process answers at all."""
    return HttpResponse("ok", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def ready(request):
    """Whether the centre can serve: 200, or 503 with what is missing."""
    checks = {
        "database": _works(_ask_database),
        "migrations": _works(_no_migration_waits),
        "cache": _works(_ask_cache),
        "storage": _works(_ask_storage),
    }
    return JsonResponse(
        checks,
        status=200 if all(checks.values()) else 503,
        headers={"Cache-Control": "no-store"},
    )


def _works(check):
    try:
        return check()
    except (DatabaseError, OSError, ConnectionError):
        return False


def _ask_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _no_migration_waits():
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _ask_cache():
    cache.set("ready", "yes", 5)
    return cache.get("ready") == "yes"


def _ask_storage():
    default_storage.exists("ready")
    return True


@require_safe
def robots(request):
    """Everything public may be read; the CMS, the portal and the kiosks are not for engines."""
    lines = ["User-agent: *"]
    private = ("/cms/", "/kiosk/", "/*/portal/", "/*/inquiries/", "/*/products/suggest/")
    lines += [f"Disallow: {path}" for path in private]
    lines += ["", f"Sitemap: {origin_of(request)}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def one_door(request):
    """Lead to the one place to sign in; what is posted here is not looked at."""
    asked = request.GET.get("next", "")
    query = f"?{urlencode({'next': asked})}" if asked else ""
    return HttpResponseRedirect(reverse("account_login") + query)


@require_safe
def style_page(request):
    """The living style page: every component, for staff."""
    if not is_staff(request.user):
        raise Http404
    return render(request, "style_page.html", {"swatches": SWATCHES, "shapes": SHAPES})


SHAPES = ("ai", "robot", "fsd")
SWATCHES = (
    "paper",
    "paper-raised",
    "paper-sunk",
    "ink",
    "ink-quiet",
    "line",
    "line-strong",
    "ai",
    "ai-wash",
    "robot",
    "robot-wash",
    "fsd",
    "fsd-wash",
    "kr-wash",
    "cn-wash",
)


def bad_request(request, exception=None):
    return HttpResponse("400", status=400, content_type="text/plain")


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    """A page that needs neither database nor cache: they may be what failed."""
    language = translation.get_language_from_path(request.path_info) or "ko"
    with translation.override(language):
        return render(None, "500.html", status=500)
