"""The catalogue's public addresses, below a language prefix."""

from django.urls import include, path

from . import asking, views

urlpatterns = [
    path("products/", views.catalogue, name="catalogue"),
    path("products/suggest/", views.suggest, name="suggest"),
    path("products/<slug:slug>/", views.product, name="product"),
    path("products/<slug:slug>/qr.svg", views.qr_code, name="product_qr"),
    path("inquiries/new/", asking.new, name="inquiry_new"),
    path("inquiries/sent/", asking.sent, name="inquiry_sent"),
    path("portal/", include("catalog.portal.urls")),
    path("vendors/", views.vendors, name="vendors"),
    path("vendors/<slug:slug>/", views.vendor, name="vendor"),
]
