"""What every request passes before a view sees it."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.http import HttpResponse, HttpResponseBadRequest
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.translation import gettext as _

from .views import forbidden

PACKED_ALREADY = ("image/", "video/", "application/pdf", "application/vnd.openxmlformats")


class TextGZipMiddleware(GZipMiddleware):
    """Packs text. Pictures and videos are packed already, and a player counts their bytes."""

    def process_response(self, request, response):
        media_type = response.headers.get("Content-Type", "")
        if media_type.startswith(PACKED_ALREADY) and "svg" not in media_type:
            return response
        return super().process_response(request, response)


def refuse_null_bytes(get_response):
    """Answer 400 to a NUL in the path: no page has one, and PostgreSQL refuses to look."""

    def middleware(request):
        asked = request.META["QUERY_STRING"] if in_cms(request) else ""
        if "\x00" in request.path_info or "%00" in asked:
            return HttpResponseBadRequest("400", content_type="text/plain")
        return get_response(request)

    return middleware


def policy_by_part(get_response):
    """Give the CMS its own content security policy; everything else keeps the strict one."""

    def middleware(request):
        response = get_response(request)
        if in_cms(request) and not hasattr(response, "_csp_replace"):
            response._csp_replace = settings.CMS_SECURITY_POLICY
        return response

    return middleware


def language_by_address(get_response):
    """Activate the language that the address names, else the one the browser asks for."""

    def middleware(request):
        named = translation.get_language_from_path(request.path_info)
        language = named or translation.get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        if not named:
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language() or language)
        return response

    return middleware


def refuse_large_bodies(get_response):
    """Answer 413 before a body is read that is larger than anything sent to that address.

    Files go to the portal and the CMS alone, from people who are signed in; Django would
    keep anybody's on disk first. Others are led to the sign-in without reading what they send.
    """

    def middleware(request):
        size = int(request.META.get("CONTENT_LENGTH") or 0)
        takes_files = in_cms(request) or "/portal/" in request.path_info
        if takes_files and size > settings.LARGEST_FORM_BYTES and not signed_in(request):
            return redirect(settings.LOGIN_URL)
        most = settings.LARGEST_UPLOAD_BYTES if takes_files else settings.LARGEST_FORM_BYTES
        if size > most:
            told = _("This is more than can be sent at once: %(most)s at most.")
            told %= {"most": filesizeformat(most)}
            return HttpResponse(told, status=413, content_type="text/plain; charset=utf-8")
        return get_response(request)

    return middleware


def signed_in(request):
    """What the session says, before anybody has looked the account up."""
    return SESSION_KEY in request.session


def cms_for_staff(get_response):
    """Keep the CMS to staff: other accounts get a 403, staff without a second step set it up.

    Wagtail would send somebody who is signed in but not of the staff to the sign-in page,
    which would send them back.
    """

    def middleware(request):
        if in_cms(request) and not leads_out(request) and request.user.is_authenticated:
            if not request.user.has_perm("wagtailadmin.access_admin"):
                return refused(request)
            if settings.STAFF_MFA_REQUIRED and not has_second_step(request.user):
                messages.warning(request, _("Set up a second step of sign-in to use the CMS."))
                return redirect("mfa_index")
        return get_response(request)

    return middleware


def has_second_step(user):
    """Recovery codes alone are none: they stand in for a lost app or key."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return Authenticator.objects.filter(user=user, type__in=kinds).exists()


def refused(request):
    response = forbidden(request)
    add_never_cache_headers(response)
    return response


def leads_out(request):
    """The CMS's own doors: signing out, and the address that leads to the one sign-in page."""
    return request.path_info in ("/cms/login/", "/cms/logout/")


def in_cms(request):
    return request.path_info.startswith("/cms/")
