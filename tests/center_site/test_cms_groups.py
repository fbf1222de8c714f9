"""What each group of staff may do in the CMS."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Workflow
from wagtail.permissions import page_permission_policy

from catalog.models import Family, Vendor
from center_site.groups import EDITORS, GROUPS, OPERATORS, REVIEWERS, make_groups
from tests.factories import make_product, make_user


def test_migrating_made_the_three_groups_and_no_other(db):
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUPS)


def test_making_them_again_changes_nothing(db):
    def everything():
        return sorted(Group.objects.values_list("name", "permissions__codename")), sorted(
            GroupPagePermission.objects.values_list("group__name", "permission__codename")
        )

    before = everything()
    make_groups()
    assert everything() == before


def test_what_an_administrator_granted_besides_stays(db):
    editors, reviewers = Group.objects.get(name=EDITORS), Group.objects.get(name=REVIEWERS)
    extra = reviewers.permissions.get(codename="delete_vendor")
    editors.permissions.add(extra)
    make_groups()
    assert extra in editors.permissions.all()


@pytest.mark.parametrize(
    ("group", "may"),
    [
        (EDITORS, {"add", "change"}),
        (REVIEWERS, {"add", "change", "publish", "lock", "unlock"}),
        (OPERATORS, set()),
    ],
)
def test_page_permissions_of_a_group(db, group, may):
    user = make_user(groups=[group])
    actions = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
    assert {
        action for action in actions if page_permission_policy.user_has_permission(user, action)
    } == may


@pytest.mark.parametrize(
    ("group", "vendors", "taxonomy"),
    [
        (EDITORS, {"view", "add", "change"}, set()),
        (
            REVIEWERS,
            {"view", "add", "change", "publish", "delete"},
            {"view", "add", "change", "delete"},
        ),
        (OPERATORS, {"view"}, set()),
    ],
)
def test_companies_and_taxonomy_of_a_group(db, group, vendors, taxonomy):
    user = make_user(groups=[group])

    def may(model):
        name = model._meta.model_name
        actions = ("view", "add", "change", "delete", "publish")
        return {action for action in actions if user.has_perm(f"catalog.{action}_{name}")}

    assert may(Vendor) == vendors
    assert may(Family) == taxonomy


def test_operators_keep_the_kiosks(db):
    may = {
        group: {
            action
            for action in ("view", "add", "change", "delete")
            if make_user(groups=[group]).has_perm(f"kiosk.{action}_kiosk")
        }
        for group in GROUPS
    }
    assert may[OPERATORS] == {"view", "add", "change", "delete"}
    assert may[EDITORS] == may[REVIEWERS] == set()


@pytest.mark.parametrize("group", GROUPS)
def test_everybody_of_the_staff_reaches_the_cms(client, group, db):
    client.force_login(make_user(groups=[group]))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_an_editor_submits_and_a_reviewer_publishes(client, product_index):
    product = make_product(product_index, live=False)
    editor = make_user(groups=[EDITORS])
    assert not product.permissions_for_user(editor).can_publish()
    assert product.permissions_for_user(editor).can_submit_for_moderation()
    product.save_revision(user=editor)
    state = Workflow.objects.get().start(product, editor)
    reviewer = make_user(groups=[REVIEWERS])
    task = state.current_task_state.task.specific
    assert task.user_can_access_editor(product, reviewer)
    task.on_action(state.current_task_state, reviewer, "approve")
    product.refresh_from_db()
    assert product.live
