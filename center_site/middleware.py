"""What every request passes before a view sees it."""

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.utils import translation
from django.utils.cache import patch_vary_headers


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


def in_cms(request):
    return request.path_info.startswith("/cms/")
