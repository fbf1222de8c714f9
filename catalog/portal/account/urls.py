"""Addresses of one's own account, below /<language>/portal/my-account/."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.account, name="portal_account"),
    path("language/", views.choose_language, name="portal_account_language"),
    path("consents/", views.give_consent, name="portal_account_consent"),
    path(
        "consents/<slug:purpose>/withdraw/",
        views.withdraw_consent,
        name="portal_account_withdraw",
    ),
]
