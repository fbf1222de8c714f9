"""The three groups of staff and what each may do, made by every `migrate`.

Editors write and submit, reviewers also publish and keep the taxonomy, operators run the
kiosks. Each app names the permissions on its own models in a `group_permissions` hook.
Only what is missing is added: what an administrator grants besides stays.
"""

from django.contrib.auth.models import Group, Permission
from wagtail import hooks
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowTask,
)

EDITORS, REVIEWERS, OPERATORS = "Editors", "Reviewers", "Operators"
GROUPS = (EDITORS, REVIEWERS, OPERATORS)
# Data, not interface: shown as it is to Korean, Chinese and English readers alike.
WORKFLOW_NAME = "검토 · 审核 · Review"

ADMIN = "wagtailadmin.access_admin"
FILES = [
    *(f"wagtailimages.{action}_image" for action in ("add", "change", "choose")),
    *(f"wagtaildocs.{action}_document" for action in ("add", "change", "choose")),
]
PAGES = {
    EDITORS: ["add", "change"],
    REVIEWERS: ["add", "change", "publish", "lock", "unlock"],
    OPERATORS: [],
}


def model_permissions(app_label: str, model: str, *actions: str) -> list[str]:
    """`("catalog", "vendor", "add")` -> `["catalog.add_vendor"]`, for the hook."""
    return [f"{app_label}.{action}_{model}" for action in actions]


def make_groups(**kwargs) -> None:
    """Make the groups and grant what they lack. Safe to run at any time; removes nothing."""
    _take_over_moderators()
    granted = [grant() for grant in hooks.get_hooks("group_permissions")]
    for name in GROUPS:
        group, _created = Group.objects.get_or_create(name=name)
        codes = [ADMIN, *(code for part in granted for code in part.get(name, []))]
        group.permissions.add(*_permissions(codes))
        _grant_pages(group)
        _grant_files(group)


def _take_over_moderators():
    """Wagtail's first migration makes "Moderators" with a workflow: they are our reviewers."""
    if not Group.objects.filter(name=REVIEWERS).exists():
        Group.objects.filter(name="Moderators").update(name=REVIEWERS)
        for workflow in Workflow.objects.filter(name="Moderators approval"):
            Workflow.objects.filter(pk=workflow.pk).update(name=WORKFLOW_NAME)
            for step in WorkflowTask.objects.filter(workflow=workflow):
                type(step.task).objects.filter(pk=step.task_id).update(name=WORKFLOW_NAME)


def _permissions(codes):
    pairs = [code.split(".") for code in codes]
    found = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.select_related("content_type").filter(
            codename__in=[codename for _app, codename in pairs]
        )
    }
    return [found[app, codename] for app, codename in pairs]


def _grant_pages(group):
    root = Page.get_first_root_node()
    if root is None:
        return
    for permission in _permissions([f"wagtailcore.{action}_page" for action in PAGES[group.name]]):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_files(group):
    root = Collection.get_first_root_node()
    if root is None or group.name == OPERATORS:
        return
    for permission in _permissions(FILES):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
