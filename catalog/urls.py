"""The catalogue's public addresses, below a language prefix."""

from django.urls import include, path

from . import views

urlpatterns = [
    path("products/", views.catalogue, name="catalogue"),
    path("products/suggest/", views.suggest, name="suggest"),
    path("products/<slug:slug>/", views.product, name="product"),
    path("products/<slug:slug>/qr.svg", views.qr_code, name="product_qr"),
    path("portal/", include("catalog.portal.urls")),
    path("vendors/", views.vendors, name="vendors"),
    path("vendors/<slug:slug>/", views.vendor, name="vendor"),
]
