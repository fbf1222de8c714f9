"""The addresses of the whole centre; ARCHITECTURE's public contract made concrete."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.views.serve import authenticate_with_password

from . import serving, views

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("healthz/", views.alive, name="healthz"),
    path("readyz/", views.ready, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    # Before Wagtail's own sign-in pages, which know neither throttles nor second steps.
    path("cms/login/", views.one_door),
    path("cms/", include(wagtailadmin_urls)),
    # In the place of Wagtail's own list, whose numbers may be written in any script's digits.
    path("documents/<int:document_id>/<path:filename>", serving.document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("media/<path:path>", serving.media, name="media"),
    path("kiosk/", include("kiosk.urls")),
    path("", include("catalog.root_urls")),
]
urlpatterns += i18n_patterns(
    path("style/", views.style_page, name="style_page"),
    path("", include("catalog.urls")),
    path("_util/login/", views.one_door),
    path("", include(wagtail_urls)),
)
handler404 = "center_site.views.not_found"
handler500 = "center_site.views.server_error"
handler400 = "center_site.views.bad_request"
handler403 = "center_site.views.forbidden"
