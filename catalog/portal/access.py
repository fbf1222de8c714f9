"""Who may see what in the portal: members their own company's things, anybody else a 404."""

import time
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers

from catalog.models import Consent, Membership

FILE_WEIGHT = 10


def member_required(view):
    """For people who act for a company: gives the view `request.membership`.

    Somebody signed in without a company is led to founding one, somebody who has withdrawn
    a consent to the page where it can be given again. Every answer is personal, so nothing
    between us and the reader may keep it.
    """

    @wraps(view)
    @login_required
    def guarded(request, *args, **kwargs):
        membership = membership_of(request.user)
        if membership is None:
            return redirect("portal_company_new")
        if membership.has_withdrawn:
            return redirect("portal_account")
        request.membership = membership
        if sends_too_much(request):
            return render(request, "429.html", status=429)
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return guarded


def consent_required(view):
    """For people who may have no company yet: as everywhere, nobody who has withdrawn a consent."""

    @wraps(view)
    @login_required
    def guarded(request, *args, **kwargs):
        if ended_consents(request.user.pk).exists():
            return redirect("portal_account")
        return view(request, *args, **kwargs)

    return guarded


def owner_required(view):
    """For the company's owner; a 404 for its other members, as for anything not theirs."""

    @wraps(view)
    @member_required
    def guarded(request, *args, **kwargs):
        if not request.membership.is_owner:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def membership_of(user):
    """The person's place in a company with `has_withdrawn`, in one query; None without one."""
    return (
        Membership.objects.select_related("vendor", "user")
        .annotate(has_withdrawn=Exists(ended_consents(OuterRef("user"))))
        .filter(user=user)
        .first()
    )


def ended_consents(user):
    """What this person has withdrawn and not given again."""
    valid = Consent.objects.filter(
        user=OuterRef("user"), text__purpose=OuterRef("text__purpose"), withdrawn_at=None
    )
    return Consent.objects.filter(user=user, withdrawn_at__isnull=False).exclude(Exists(valid))


def sends_too_much(request):
    """Whether somebody sends far more in this minute than people and their browsers do.

    A file weighs as much as ten texts: it is unpacked, checked and drawn anew.
    """
    if request.method in ("GET", "HEAD"):
        return False
    weight = 1 + FILE_WEIGHT * sum(len(files) for _name, files in request.FILES.lists())
    key = f"portal-sent:{request.user.pk}:{int(time.time() // 60)}"
    cache.add(key, 0, timeout=120)
    try:
        return cache.incr(key, weight) > settings.PORTAL_SENDS_PER_MINUTE
    except ValueError:  # the cache was emptied between the two lines
        return False
