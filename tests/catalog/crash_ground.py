"""The other side of `test_crash`: run as a program beside the server that is killed.

`python -m tests.catalog.crash_ground prepare` makes a centre with one company and prints a
session's key; `... report` prints what the database and the disk hold, as JSON.
"""

import hashlib
import json
import sys

import django

django.setup()

from django.contrib.auth import (  # noqa: E402 - needs the apps
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
)
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.files.storage import default_storage  # noqa: E402
from django.core.management import call_command  # noqa: E402
from wagtail.models import Page, WorkflowState  # noqa: E402

from catalog.importing.taxonomy import load_taxonomy  # noqa: E402
from catalog.models import (  # noqa: E402
    Notification,
    ProductIndexPage,
    ProductPage,
    Submission,
    SubmissionEvent,
)
from catalog.models.submissions import Status  # noqa: E402
from tests.portal_factories import make_member  # noqa: E402


def prepare():
    call_command("migrate", verbosity=0)
    load_taxonomy()
    index = ProductIndexPage(title="Products", slug="products", title_ko="제품", title_zh="产品")
    Page.get_first_root_node().add_child(instance=index)
    user = make_member()
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


def report():
    submissions = Submission.objects.prefetch_related("uploads").order_by("pk")
    return {
        "submissions": [describe(submission) for submission in submissions],
        "pages": ProductPage.objects.count(),
        "workflows": WorkflowState.objects.filter(status="in_progress").count(),
        "mails": Notification.objects.filter(kind="submitted").count(),
    }


def describe(submission):
    events = SubmissionEvent.objects.filter(submission=submission, to_status=Status.SUBMITTED)
    return {
        "client_key": str(submission.client_key),
        "title": submission.title_ko,
        "status": submission.status,
        "has_page": submission.page_id is not None,
        "is_pinned": bool(submission.page_id)
        and submission.revision_id == submission.page.latest_revision_id,
        "submit_events": events.count(),
        "files": [is_whole(upload) for upload in submission.uploads.all()],
    }


def is_whole(upload):
    """Whether the bytes on disk are the ones that the row names."""
    if not default_storage.exists(upload.file_name):
        return False
    with default_storage.open(upload.file_name) as file:
        return hashlib.sha256(file.read()).hexdigest() == upload.sha256


if __name__ == "__main__":
    print(json.dumps({"prepare": prepare, "report": report}[sys.argv[1]]()))
