"""What a member has been told, newest first, and marking it as read."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from catalog.models import Notification
from catalog.notifying import subject_of
from center_site.languages import current_language

from ..access import member_required

PER_PAGE = 30


@require_safe
@member_required
def notices(request):
    page = Paginator(told(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "notices": [read(notification) for notification in page]}
    return render(request, "catalog/portal/notices/list.html", context)


@require_POST
@member_required
def read_one(request, pk):
    notification = get_object_or_404(told(request.user), pk=pk)
    told(request.user).unread().filter(pk=notification.pk).update(read_at=timezone.now())
    return redirect("portal_notices")


@require_POST
@member_required
def read_all(request):
    told(request.user).unread().update(read_at=timezone.now())
    return redirect("portal_notices")


def told(user):
    return Notification.objects.filter(user=user)


def read(notification):
    """What the list shows of one notice, in the reader's language of the moment."""
    path = notification.path
    if path and not path.startswith("/"):
        path = f"{get_script_prefix()}{current_language().code}/{path}"
    return {
        "pk": notification.pk,
        "subject": subject_of(notification),
        "path": path,
        "created_at": notification.created_at,
        "is_read": notification.read_at is not None,
    }
