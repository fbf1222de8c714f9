"""Where somebody who has signed in belongs."""

from django.urls import reverse

from catalog.models import Membership


def path_for(user) -> str:
    """The CMS for staff, the portal for members of a company, else founding a company."""
    if user.has_perm("wagtailadmin.access_admin"):
        return reverse("wagtailadmin_home")
    if Membership.objects.filter(user=user).exists():
        return reverse("portal_home")
    return reverse("portal_company_new")
