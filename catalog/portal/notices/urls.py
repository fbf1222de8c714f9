"""Addresses of the notices, below /<language>/portal/notices/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.notices, name="portal_notices"),
    path("read/", views.read_all, name="portal_notices_read"),
    path("<int:pk>/read/", views.read_one, name="portal_notice_read"),
]
