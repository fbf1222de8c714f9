"""The kiosk's addresses, below /kiosk/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.pairing, name="kiosk_pairing"),
    path("<slug:slug>/", views.screen, name="kiosk_screen"),
    path("<slug:slug>/manifest.json", views.manifest, name="kiosk_manifest"),
    path("<slug:slug>/content.<slug:version>.json", views.content, name="kiosk_content"),
]
