"""Previews in both languages, and a place for the apps above to add their own.

A `register_preview_mode` hook returns a PreviewMode; that is how a kiosk's preview
reaches an editor of products, although no product knows of kiosks.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from center_site.languages import LANGUAGES, current_language

WEB_LABELS = {"ko": _("Web, Korean"), "zh-hans": _("Web, Chinese")}


@dataclass(frozen=True)
class PreviewMode:
    """One more way to look at an unsaved `model`: `serve(instance, request)` answers it."""

    name: str
    label: str
    model: type
    serve: Callable[[object, HttpRequest], HttpResponse]


class BilingualPreviews:
    """Before Wagtail's PreviewableMixin: the web page in each language, and the hook's modes."""

    @property
    def preview_modes(self):
        web = [(language.code, WEB_LABELS[language.code]) for language in LANGUAGES]
        return [*web, *((mode.name, mode.label) for mode in self._further_modes().values())]

    @property
    def default_preview_mode(self):
        return current_language().code

    def make_preview_request(
        self, original_request=None, preview_mode=None, extra_request_attrs=None
    ):
        """The request's address carries the language, so it is made in the previewed one."""
        with translation.override(self._language_of(preview_mode)):
            return super().make_preview_request(original_request, preview_mode, extra_request_attrs)

    def serve_preview(self, request, mode_name):
        further = self._further_modes().get(mode_name)
        with translation.override(self._language_of(mode_name)):
            if further:
                response = further.serve(self, request)
            else:
                response = super().serve_preview(request, mode_name)
            if hasattr(response, "render"):
                response.render()
        # The editor shows it in a frame; the public page itself may be framed by nobody.
        response._csp_replace = {"frame-ancestors": ["'self'"]}
        return response

    def _further_modes(self):
        modes = (register() for register in hooks.get_hooks("register_preview_mode"))
        return {mode.name: mode for mode in modes if isinstance(self, mode.model)}

    def _language_of(self, mode_name):
        return mode_name if mode_name in WEB_LABELS else current_language().code
