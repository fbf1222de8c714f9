"""Addresses of a company's own affairs, below /<language>/portal/company/."""

from django.urls import path

from . import founding

urlpatterns = [
    path("new/", founding.new, name="portal_company_new"),
]
