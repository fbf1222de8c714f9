"""Addresses of a company's own affairs, below /<language>/portal/company/."""

from django.urls import path

from . import founding, invitations, people, profile, transfers, verification

urlpatterns = [
    path("", profile.profile, name="portal_company"),
    path("take-back/", profile.take_back, name="portal_company_take_back"),
    path("new/", founding.new, name="portal_company_new"),
    path("people/", people.people, name="portal_company_people"),
    path("people/invite/", people.send_invitation, name="portal_company_invite"),
    path("people/leave/", people.leave_company, name="portal_company_leave"),
    path("people/<int:pk>/remove/", people.remove, name="portal_company_remove"),
    path(
        "people/invitations/<int:pk>/revoke/",
        people.revoke_invitation,
        name="portal_company_revoke",
    ),
    path(
        "invitations/<int:pk>/accept/",
        invitations.accept_by_address,
        name="portal_company_accept",
    ),
    path("invitations/<slug:secret>/", invitations.show, name="portal_company_invitation"),
    path("invitations/<slug:secret>/join/", invitations.accept_by_link, name="portal_company_join"),
    path("transfers/", transfers.request_one, name="portal_company_transfer"),
    path("transfers/<int:pk>/accept/", transfers.accept, name="portal_company_transfer_accept"),
    path("transfers/<int:pk>/end/", transfers.end, name="portal_company_transfer_end"),
    path("verification/", verification.verification, name="portal_company_verification"),
    path("verification/<int:pk>/licence/", verification.licence, name="portal_company_licence"),
]
