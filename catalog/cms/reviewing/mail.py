"""Wagtail's mails about workflows lead companies to the CMS, where they have no account.

For listings they are not sent; `catalog.review` tells people by `catalog.notifying`.
Wagtail offers no switch: its notifiers are asked whether they can handle an instance.
"""

from functools import partial

from wagtail.admin import signal_handlers

from catalog.review.workflow import submission_of

NOTIFIERS = (
    signal_handlers.task_submission_email_notifier,
    signal_handlers.workflow_submission_email_notifier,
    signal_handlers.workflow_approval_email_notifier,
    signal_handlers.workflow_rejection_email_notifier,
)


def quiet_for_listings():
    """Called once, when the apps are ready."""
    for notifier in NOTIFIERS:
        notifier.can_handle = partial(_can_handle, notifier.can_handle)


def _can_handle(can_handle, instance, **kwargs):
    return can_handle(instance, **kwargs) and submission_of(instance) is None
