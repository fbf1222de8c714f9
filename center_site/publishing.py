"""What happens when a workflow is approved: exactly what was reviewed is published.

Wagtail itself publishes the *latest* revision, whoever saved it since the review began, and
its editor's autosave may write new text into an old revision. This module is named by
WAGTAIL_FINISH_WORKFLOW_ACTION, which Wagtail imports before any model exists, so it works
with what it is handed and imports no model.
"""

from wagtail import hooks

from .refusals import StaleRevision


def publish_reviewed(workflow_state, user=None):
    """Publish the revision under review, or the approver's own newer one.

    Hooks "before_publish_reviewed" see `workflow_state`, `revision` and `user` first and may
    raise a Refusal. Raises StaleRevision if anybody else has written since. The approval
    is undone with it.
    """
    revision = reviewed_revision(workflow_state, user)
    for check in hooks.get_hooks("before_publish_reviewed"):
        check(workflow_state=workflow_state, revision=revision, user=user)
    revision.publish(user=user)


def reviewed_revision(workflow_state, user):
    latest = workflow_state.content_object.get_latest_revision()
    task_state = workflow_state.current_task_state
    if user and latest.user_id == user.pk and latest.created_at > task_state.started_at:
        return latest
    if latest.pk != task_state.revision_id or latest.created_at > task_state.started_at:
        raise StaleRevision
    return latest
