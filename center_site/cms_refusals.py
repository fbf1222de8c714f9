"""Tells the editor why something was refused, where Wagtail would show an error page."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from .middleware import in_cms
from .refusals import Refusal


def tell_refusals(get_response):
    """Lead back with a message when a view of the CMS raises a Refusal; nothing was changed."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if not isinstance(exception, Refusal) or not in_cms(request):
            return None
        messages.error(request, exception.message)
        address = _back_from(request)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # what Wagtail's dialogs follow when their work is done
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)

    middleware.process_exception = process_exception
    return middleware


def _back_from(request):
    """The page the person came from; the first page of the CMS where none is known.

    A page that refuses to be looked at does not lead back to itself.
    """
    address = request.headers.get("referer", "")
    known = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    if known and (request.method == "POST" or urlsplit(address).path != request.path):
        return address
    return reverse("wagtailadmin_home")
