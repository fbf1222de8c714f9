"""What Wagtail's workflow would do by itself, and must not do here."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState

from catalog.listing.pages import read_data
from catalog.models import Membership, Notification, ProductPage, Submission
from catalog.models.submissions import Status
from catalog.review import (
    StaleRevision,
    approve,
    discard_edit,
    recall,
    reject,
    request_changes,
    review_newest,
    save_draft,
    start_edit,
    submit,
)
from tests.factories import make_user
from tests.portal_factories import LISTING, make_reviewer

from .reviewing import half_edit, press_approve

pytestmark = pytest.mark.django_db


# 1. Approval publishes the latest revision, not the reviewed one


def test_approval_publishes_the_reviewed_revision(waiting, reviewer):
    assert not waiting.page.live
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    page = ProductPage.objects.get(pk=waiting.page_id)
    assert (page.live, page.live_revision_id) == (True, waiting.revision_id)
    assert (page.state_ko, page.state_zh) == ("ready", "ready")
    assert (page.title_ko, page.title_zh) == (LISTING["title_ko"], LISTING["title_zh"])
    assert waiting.status == Status.PUBLISHED


def test_approval_is_refused_after_another_persons_edit(waiting, reviewer):
    half_edit(waiting, make_user(groups=["Editors"]), title_ko="반쯤 쓴 제")
    with pytest.raises(StaleRevision):
        approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED
    assert not ProductPage.objects.get(pk=waiting.page_id).live


def test_approval_of_the_approvers_own_completion(waiting, reviewer):
    revision = half_edit(waiting, reviewer, summary_zh="审核员补充的摘要。")
    approve(waiting, by=reviewer, revision_id=revision.pk)
    page = ProductPage.objects.get(pk=waiting.page_id)
    assert (page.live_revision_id, page.summary_zh) == (revision.pk, "审核员补充的摘要。")
    assert waiting.revision == revision
    assert waiting.data["summary_zh"] == "审核员补充的摘要。"


def test_approver_must_have_seen_what_is_published(waiting, reviewer):
    half_edit(waiting, reviewer, summary_zh="审核员补充的摘要。")
    with pytest.raises(StaleRevision):
        approve(waiting, by=reviewer, revision_id=waiting.revision_id)


def test_editors_translation_is_put_under_review(waiting, reviewer):
    revision = half_edit(waiting, make_user(groups=["Editors"]), summary_zh="编辑补充的摘要。")
    review_newest(waiting, by=reviewer, revision_id=revision.pk)
    approve(waiting, by=reviewer, revision_id=revision.pk)
    assert ProductPage.objects.get(pk=waiting.page_id).summary_zh == "编辑补充的摘要。"


def test_autosave_into_the_reviewed_revision_is_noticed(waiting, reviewer):
    editor = make_user(groups=["Editors"])
    revision = half_edit(waiting, editor, summary_zh="编辑补充的摘要。")
    review_newest(waiting, by=reviewer, revision_id=revision.pk)
    page = waiting.page.get_latest_revision_as_object()
    page.summary_zh = "后来又改了。"
    page.save_revision(user=editor, overwrite_revision=revision)
    with pytest.raises(StaleRevision):
        approve(waiting, by=reviewer, revision_id=revision.pk)


@pytest.mark.parametrize("writer", ["nobody else", "the approver", "another"])
def test_ordinary_pages_follow_the_same_rule(writer, home_page, reviewer, client):
    editor = make_user(groups=["Editors"])
    home_page.title_ko = "새 이름"
    reviewed = home_page.save_revision(user=editor)
    home_page.get_workflow().start(home_page, editor)
    if writer != "nobody else":
        home_page.title_ko = "더 새 이름"
        home_page.save_revision(user=reviewer if writer == "the approver" else editor)
    client.force_login(reviewer)
    response = press_approve(client, home_page)
    assert response.status_code == 302
    home_page.refresh_from_db()
    titles = {"nobody else": "새 이름", "the approver": "더 새 이름", "another": "한중 AI 센터"}
    assert home_page.title_ko == titles[writer]
    assert home_page.workflow_in_progress is (writer == "another")
    if writer == "another":
        assert home_page.live_revision != reviewed
        assert response.url == "http://testserver/cms/pages/"
        messages = client.get(reverse("wagtailadmin_home")).context["messages"]
        assert str(StaleRevision.message) in map(str, messages)


def test_approval_by_wagtails_button_moves_the_listing(waiting, reviewer, client):
    client.force_login(reviewer)
    assert press_approve(client, waiting.page).status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == Status.PUBLISHED
    assert waiting.reviewed_by == reviewer
    assert waiting.events.last().by == reviewer
    assert ProductPage.objects.get(pk=waiting.page_id).live


def test_wagtails_dialog_is_led_back_too(waiting, reviewer, client):
    half_edit(waiting, make_user(groups=["Editors"]), title_ko="반쯤")
    client.force_login(reviewer)
    task_state = waiting.page.current_workflow_task_state
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=(waiting.page_id, "approve", task_state.pk)
    )
    response = client.post(url, {}, headers={"x-requested-with": "XMLHttpRequest"})
    assert response.json() == {"step": "success", "redirect": reverse("wagtailadmin_home")}
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED


# 2. and 3. The company cannot write while the centre has it, whatever it calls


def test_recall_ends_the_workflow_and_a_new_one_begins(waiting, member):
    recall(waiting, by=member)
    assert waiting.status == Status.DRAFT
    assert not waiting.page.workflow_in_progress
    save_draft(waiting, by=member, data={**LISTING, "title_ko": "새"}, version=waiting.version)
    submit(waiting, by=member)
    states = WorkflowState.objects.order_by("pk").values_list("status", flat=True)
    assert list(states) == ["cancelled", "in_progress"]
    assert waiting.revision.as_object().title_ko == "새"


def test_resubmission_goes_on_with_the_same_workflow(waiting, member, reviewer):
    request_changes(waiting, by=reviewer, note="가격?", revision_id=waiting.revision_id)
    assert WorkflowState.objects.get().status == "needs_changes"
    submit(waiting, by=member)
    assert WorkflowState.objects.get().status == "in_progress"
    assert TaskState.objects.latest("pk").revision == waiting.revision


# 4. Wagtail's mails


def test_only_our_own_news_is_told(waiting, member, reviewer, client):
    Notification.objects.exclude(kind="submitted").delete()
    client.force_login(reviewer)
    press_approve(client, waiting.page)
    assert mail.outbox == []
    told = list(Notification.objects.order_by("pk").values_list("kind", "email"))
    assert told == [("submitted", member.email), ("approved", member.email)]


def test_wagtail_still_mails_about_the_centres_own_pages(home_page, reviewer):
    home_page.save_revision()
    home_page.get_workflow().start(home_page, make_user(groups=["Editors"]))
    assert reviewer.email in [address for letter in mail.outbox for address in letter.to]


# 5. Pages of companies have no owner


def test_page_has_no_owner(waiting):
    assert waiting.page.owner is None


# 6. The form starts from what the company may see


def test_sent_back_form_has_the_reviewed_words_not_the_half_edit(waiting, reviewer):
    half_edit(waiting, make_user(groups=["Editors"]), title_ko="반쯤 쓴 제")
    request_changes(waiting, by=reviewer, note="?", revision_id=waiting.revision_id)
    assert waiting.data["title_ko"] == LISTING["title_ko"]


def test_edit_of_a_live_page_starts_from_the_live_words(waiting, member, reviewer):
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    half_edit(waiting, reviewer, title_ko="반쯤 쓴 제")
    start_edit(waiting, by=member)
    assert waiting.data["title_ko"] == LISTING["title_ko"]
    submit(waiting, by=member)
    assert waiting.revision.as_object().title_ko == LISTING["title_ko"]


def test_live_page_stays_untouched_while_an_edit_waits(waiting, member, reviewer):
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    start_edit(waiting, by=member)
    new = {**waiting.data, "title_ko": "새 이름", "price_minimum": "1", "spec-height-minimum": "1"}
    save_draft(waiting, by=member, data=new, version=waiting.version)
    before = read_data(ProductPage.objects.get(pk=waiting.page_id))
    submit(waiting, by=member)
    assert read_data(ProductPage.objects.get(pk=waiting.page_id)) == before
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    assert ProductPage.objects.get(pk=waiting.page_id).title_ko == "새 이름"


def test_discarded_edit_gives_the_live_words_back(waiting, member, reviewer):
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    start_edit(waiting, by=member)
    save_draft(waiting, by=member, data={"title_ko": "새"}, version=waiting.version)
    discard_edit(waiting, by=member)
    assert waiting.data["title_zh"] == LISTING["title_zh"]
    assert waiting.title_ko == LISTING["title_ko"]


def test_decision_on_an_older_submission_is_refused(waiting, member, reviewer):
    seen = waiting.revision_id
    recall(waiting, by=member)
    submit(waiting, by=member)
    for decide in (request_changes, reject):
        with pytest.raises(StaleRevision):
            decide(waiting, by=reviewer, note="?", revision_id=seen)
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED


# 7. Deleting a page would delete its history


def test_listing_is_not_deleted_in_the_cms(waiting, client, product_index):
    client.force_login(make_user(is_superuser=True))
    for page in (waiting.page, product_index):
        url = reverse("wagtailadmin_pages:delete", args=(page.pk,))
        for response in (client.get(url), client.post(url)):
            assert response.status_code == 302
            assert response.url == reverse("wagtailadmin_home")
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "delete"))
    response = client.post(f"{url}?id={waiting.page_id}&next=/cms/", {})
    assert response.status_code == 302
    assert Page.objects.filter(pk=waiting.page_id).exists()


# 8. Publishing many pages at once publishes every draft below them


def test_drafts_below_a_page_are_not_published_with_it(waiting, client, product_index):
    client.force_login(make_user(is_superuser=True))
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    for status in (Status.SUBMITTED, Status.REJECTED, Status.DRAFT):
        Submission.objects.update(status=status)
        client.post(f"{url}?id={product_index.pk}&next=/cms/", {"include_descendants": "on"})
        assert not ProductPage.objects.get(pk=waiting.page_id).live
        assert Submission.objects.get().status == status


def test_nobody_corrects_the_own_public_listing_past_a_review(waiting, client, reviewer):
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    two_hats = make_reviewer()
    Membership.objects.create(user=two_hats, vendor=waiting.vendor, role="editor")
    half_edit(waiting, two_hats, title_ko="내 회사의 새 이름")
    client.force_login(two_hats)
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    client.post(f"{url}?id={waiting.page_id}&next=/cms/", {})
    assert ProductPage.objects.get(pk=waiting.page_id).title_ko == LISTING["title_ko"]
    Membership.objects.filter(user=two_hats).delete()
    client.post(f"{url}?id={waiting.page_id}&next=/cms/", {})
    assert ProductPage.objects.get(pk=waiting.page_id).title_ko == "내 회사의 새 이름"
