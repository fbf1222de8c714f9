"""Wagtail's workflow of a listing's page: begun and ended here, decided in `deciding.py`."""

from django.db import transaction
from wagtail.models import Page, TaskState, WorkflowState

from catalog.models import Submission


@transaction.atomic
def start_workflow(page: Page, *, by) -> None:
    """Put the newest revision before the reviewers, going on with what was sent back."""
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(by)
        return
    if state is not None:
        state.cancel(user=by)
    if workflow := page.get_workflow():
        workflow.start(page, by)


def end_workflow(page: Page | None, *, by) -> None:
    """Cancel what waits for a decision, if anything does."""
    state = page.current_workflow_state if page is not None else None
    if state is not None:
        state.cancel(user=by)


def task_state_of(page: Page) -> TaskState | None:
    """The open step of the page's workflow; None if an administrator has abolished it."""
    return page.current_workflow_task_state


def submission_of(state: WorkflowState | TaskState) -> Submission | None:
    """The listing that a workflow is about; None for pages that are no listing's."""
    workflow_state = getattr(state, "workflow_state", state)
    if not issubclass(workflow_state.base_content_type.model_class(), Page):
        return None
    return Submission.objects.filter(page_id=int(workflow_state.object_id)).first()
