"""The portal's addresses, below /<language>/portal/. Each part has a list of its own."""

from django.urls import include, path

from .home import home

urlpatterns = [
    path("", home, name="portal_home"),
    path("account/", include("allauth.urls")),
    path("my-account/", include("catalog.portal.account.urls")),
    path("company/", include("catalog.portal.company.urls")),
    path("listings/", include("catalog.portal.listings.urls")),
    path("sheets/", include("catalog.portal.sheets.urls")),
    path("inquiries/", include("catalog.portal.inquiries.urls")),
    path("notices/", include("catalog.portal.notices.urls")),
]
