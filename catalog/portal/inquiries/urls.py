"""Addresses of a company's inquiries, below /<language>/portal/inquiries/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.inquiries, name="portal_inquiries"),
    path("<int:pk>/", views.inquiry, name="portal_inquiry"),
    path("<int:pk>/answer/", views.answer, name="portal_inquiry_answer"),
    path("<int:pk>/note/", views.note, name="portal_inquiry_note"),
    path("<int:pk>/state/", views.change_state, name="portal_inquiry_state"),
]
