"""Addresses of spreadsheets, below /<language>/portal/sheets/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.sheets, name="portal_sheets"),
    path("template/", views.template, name="portal_sheet_template"),
    path("<uuid:pk>/", views.sheet, name="portal_sheet"),
    path("<uuid:pk>/remarks/", views.remarks, name="portal_sheet_remarks"),
    path("<uuid:pk>/drafts/", views.drafts, name="portal_sheet_drafts"),
]
