"""What staff do to a listing's page in Wagtail."""

from django.urls import reverse


def half_edit(submission, user, **words):
    """What Wagtail's editor saves while somebody types."""
    page = submission.page.get_latest_revision_as_object()
    for name, text in words.items():
        setattr(page, name, text)
    return page.save_revision(user=user)


def press_approve(client, page):
    """Wagtail's own button in the page's editor."""
    task_state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=(page.pk, "approve", task_state.pk))
    return client.post(url, {"comment": ""}, headers={"referer": "http://testserver/cms/pages/"})
