"""What is in use is not deleted, and the editor is told by what."""

from django.contrib import messages
from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.utils.translation import gettext as _

NAMED = 5


def users_of(instances):
    """The records that forbid deleting these, without repeats."""
    collector = Collector(using=router.db_for_write(type(instances[0])))
    try:
        collector.collect(instances)
    except ProtectedError as error:
        return list(
            dict.fromkeys(getattr(user, "product", user) for user in error.protected_objects)
        )
    return []


def refuse_when_in_use(request, instances):
    """Lead back to the list with a message, before Wagtail asks to confirm; else None."""
    users = users_of(list(instances)) if instances else []
    if not users:
        return None
    names = ", ".join(str(user) for user in users[:NAMED])
    messages.error(
        request,
        _("“%(term)s” is in use and was not deleted (%(count)s: %(users)s). Change those first.")
        % {
            "term": ", ".join(str(instance) for instance in instances[:NAMED]),
            "count": len(users),
            "users": names,
        },
    )
    return redirect(instances[0].snippet_viewset.get_url_name("list"))
