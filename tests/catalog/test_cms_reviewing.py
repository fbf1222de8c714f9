"""The reviewers' queue and the screen of one submission."""

import csv
import datetime
import io

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from catalog.models import Notification, ProductPage, Submission, SubmissionComment
from catalog.models.submissions import Status
from catalog.review import approve, comment, recall, save_draft, start_edit, submit
from tests.factories import make_user, make_vendor
from tests.portal_factories import LISTING, make_member, make_reviewer, make_submission, make_upload

from .reviewing import half_edit

pytestmark = pytest.mark.django_db
QUEUE = "/cms/submissions/"


@pytest.fixture
def desk(client, reviewer):
    """A reviewer's client."""
    client.force_login(reviewer)
    return client


def listed(response):
    return [submission.pk for submission in response.context["object_list"]]


def screen(submission):
    return reverse("submissions:edit", args=[submission.pk])


def send(client, submission, action, **fields):
    fields.setdefault("revision_id", submission.revision_id)
    return client.post(screen(submission), {"action": action, **fields})


def many(count, **fields):
    """Waiting submissions in bulk; pages are shared with nobody, so they have none."""
    vendors = [make_vendor() for _number in range(5)]
    Submission.objects.bulk_create(
        Submission(
            vendor=vendors[number % 5],
            status=Status.CHANGES_REQUESTED,
            data=LISTING,
            title_ko=f"제품 {number}",
            title_zh=f"产品 {number}",
            submitted_at=timezone.now() - datetime.timedelta(minutes=number),
            risks=["new_company"],
            **fields,
        )
        for number in range(count)
    )


def test_queue_shows_what_waits_the_oldest_first(desk, product_index):
    newer = make_submission(status=Status.SUBMITTED)
    older = make_submission(status=Status.IN_REVIEW)
    make_submission(status=Status.PUBLISHED)
    make_submission()
    Submission.objects.filter(pk=older.pk).update(
        submitted_at=timezone.now() - datetime.timedelta(days=4)
    )
    assert listed(desk.get(QUEUE)) == [older.pk, newer.pk]


def test_drafts_are_the_companys_own(desk, product_index):
    draft = make_submission()
    assert draft.pk not in listed(desk.get(QUEUE + "?state=all"))
    assert desk.get(screen(draft)).status_code == 404
    assert desk.get(reverse("submissions:history", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("state=waiting", True),
        ("state=submitted", True),
        ("state=published", False),
        ("age=3", True),
        ("age=7", False),
        ("taken=nobody", True),
        ("taken=me", False),
        ("taken=others", False),
        ("risk=new_company", True),
        ("risk=price_changed", False),
        ("language=both", True),
        ("language=ko", False),
        ("completeness=part", True),
        ("completeness=full", False),
        ("family=FAMILY", True),
        ("vendor=VENDOR", True),
        ("vendor=OTHER", False),
        ("q=휴머노이드", True),
        ("q=佳温", True),
        ("q=없는이름", False),
    ],
)
def test_filters_and_search(query, is_found, waiting, desk):
    waiting.risks = ["new_company"]
    waiting.submitted_at = timezone.now() - datetime.timedelta(days=4)
    waiting.save()
    query = query.replace("FAMILY", str(waiting.family_id))
    query = query.replace("VENDOR", str(waiting.vendor_id))
    query = query.replace("OTHER", str(make_vendor().pk))
    assert (waiting.pk in listed(desk.get(f"{QUEUE}?{query}"))) is is_found


def test_queue_of_5000_asks_no_more_than_one_of_50(desk, django_assert_max_num_queries):
    many(50)
    url = f"{QUEUE}?state=changes_requested"
    desk.get(url)
    with django_assert_max_num_queries(20) as few:
        desk.get(url)
    many(4950)
    with django_assert_max_num_queries(len(few)):
        response = desk.get(url)
    assert (len(listed(response)), response.context["paginator"].count) == (50, 5000)


@pytest.mark.parametrize(
    ("groups", "sees", "comments"),
    [(["Editors"], True, True), (["Reviewers"], True, True), (["Operators"], False, False)],
)
def test_who_sees_and_who_comments(groups, sees, comments, waiting, client):
    client.force_login(make_user(groups=groups))
    assert client.get(QUEUE).status_code == (200 if sees else 302)
    assert client.get(screen(waiting)).status_code == (200 if sees else 302)
    send(client, waiting, "comment", **{"comment-": "안녕하세요"})
    assert SubmissionComment.objects.exists() is comments


@pytest.mark.parametrize("action", ["take", "changes", "reject", "approve", "newest", "withdraw"])
def test_editors_do_not_decide(action, waiting, client):
    client.force_login(make_user(groups=["Editors"]))
    response = send(client, waiting, action, note="…")
    assert response.status_code == 409
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED


def test_companies_have_no_way_in(waiting, member, client):
    client.force_login(member)
    for url in (QUEUE, screen(waiting), reverse("submissions:history", args=[waiting.pk])):
        assert client.get(url).status_code in (302, 403, 404)


def test_approval(waiting, desk, reviewer):
    response = send(desk, waiting, "approve")
    assert response.url == QUEUE
    waiting.refresh_from_db()
    assert (waiting.status, waiting.reviewed_by) == (Status.PUBLISHED, reviewer)


def test_request_for_changes_sends_note_and_remarks_in_one_mail(waiting, desk, member):
    remarks = {"comment-price_kind": "근거는요?", "comment-title_ko": "짧게요.", "note": "두 곳을"}
    send(desk, waiting, "changes", **remarks)
    waiting.refresh_from_db()
    assert (waiting.status, waiting.review_note) == (Status.CHANGES_REQUESTED, "두 곳을")
    said = waiting.comments.order_by("field").values_list("field", "text")
    assert list(said) == [("price_kind", "근거는요?"), ("title_ko", "짧게요.")]
    kinds = Notification.objects.filter(user=member).values_list("kind", flat=True)
    assert sorted(kinds) == ["changes_requested", "submitted"]


@pytest.mark.parametrize("action", ["reject", "changes", "comment"])
def test_empty_words_are_asked_for(action, waiting, desk):
    response = send(desk, waiting, action)
    assert response.status_code == 422
    assert response.context["form"].errors
    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED


def test_nothing_typed_is_lost_when_somebody_was_quicker(waiting, desk, member):
    seen = waiting.revision_id
    recall(waiting, by=member)
    submit(waiting, by=member)
    typed = {"note": "길게 쓴 이유", "comment-title_ko": "고쳐 주세요"}
    response = send(desk, waiting, "reject", revision_id=seen, **typed)
    assert response.status_code == 409
    form = response.context["form"]
    assert form["note"].value() == "길게 쓴 이유"
    assert form["comment-title_ko"].value() == "고쳐 주세요"
    assert form["revision_id"].value() == waiting.revision_id
    assert not waiting.comments.exists()
    assert [str(message) for message in response.context["messages"]]


def test_unseen_edit_of_staff_stops_the_approval(waiting, desk):
    editor = make_user(groups=["Editors"])
    revision = half_edit(waiting, editor, summary_zh="编辑写的。")
    assert send(desk, waiting, "approve").status_code == 409
    case = desk.get(screen(waiting)).context["case"]
    assert case.newer_by == str(editor)
    assert case.shown_revision_id == revision.pk
    send(desk, waiting, "newest", revision_id=revision.pk)
    send(desk, waiting, "approve", revision_id=revision.pk)
    assert ProductPage.objects.get(pk=waiting.page_id).summary_zh == "编辑写的。"


def test_change_is_shown_beside_the_public_version(waiting, desk, member, reviewer):
    approve(waiting, by=reviewer, revision_id=waiting.revision_id)
    start_edit(waiting, by=member)
    new = {**waiting.data, "title_ko": "새 이름", "price_minimum": "99000000"}
    new["spec-height-minimum"] = "1500"
    save_draft(waiting, by=member, data=new, version=waiting.version)
    submit(waiting, by=member)
    assert waiting.risks == ["price_changed"]
    case = desk.get(screen(waiting)).context["case"]
    changed = {cell.name: (cell.before, cell.now) for cell in case.cells if cell.is_changed}
    assert set(changed) == {"title_ko", "price_kind", "spec-height-minimum"}
    assert changed["title_ko"] == (LISTING["title_ko"], "새 이름")


def test_first_submission_marks_nothing_as_changed(waiting, desk):
    case = desk.get(screen(waiting)).context["case"]
    assert case.changed_count == 0
    texts = {cell.name: cell.now for cell in case.cells}
    assert texts["title_zh"] == LISTING["title_zh"]
    assert texts["origin_country"]


def test_blockers_are_told(waiting, desk):
    waiting.vendor.verifications.all().delete()
    case = desk.get(screen(waiting)).context["case"]
    assert len(case.blockers) == 1
    assert send(desk, waiting, "approve").status_code == 409


def test_settling_keeps_what_is_typed(waiting, desk, member):
    theirs = comment(waiting, by=member, text="첨부했습니다.", from_company=True)
    response = desk.post(screen(waiting), {"settle": theirs.pk, "note": "쓰는 중"})
    assert response.context["form"]["note"].value() == "쓰는 중"
    theirs.refresh_from_db()
    assert theirs.resolved_at
    assert desk.post(screen(waiting), {"settle": theirs.pk}).status_code == 302
    assert desk.post(screen(waiting), {"settle": "x"}).status_code == 404


def test_comment_of_another_listing_is_not_settled_here(waiting, desk):
    other = make_submission(status=Status.SUBMITTED)
    theirs = comment(other, by=make_reviewer(), text="?", from_company=False)
    assert desk.post(screen(waiting), {"settle": theirs.pk}).status_code == 404


def test_files_of_another_listing_are_not_given(waiting, desk):
    stranger = make_upload(make_vendor())
    for name in ("file", "thumbnail"):
        url = reverse(f"submissions:{name}", args=[waiting.pk, stranger.pk])
        assert desk.get(url).status_code == 404


def test_history_is_a_table_without_formulas(waiting, desk, member):
    comment(waiting, by=member, text='=HYPERLINK("http://evil")', from_company=True)
    comment(waiting, by=member, text="  +82", from_company=True)
    response = desk.get(reverse("submissions:history", args=[waiting.pk]))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == 1 + waiting.events.count() + 2
    assert not [
        cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))
    ]
    assert rows[-2][4] == '\'=HYPERLINK("http://evil")'


def test_menu_and_board_count_what_waits(waiting, desk):
    html = desk.get("/cms/").content.decode()
    assert "(1)" in html
    board = BeautifulSoup(html, "html.parser").select_one("section.product-board")
    card = board.select_one("a[href='/cms/submissions/']")
    assert card.select_one(".product-board__figure").text == "1"


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_screens_read_in_every_language(language, waiting, chief, user_language):
    user_language(language)
    comment(waiting, by=make_member(waiting.vendor), text="?", from_company=True)
    for url in (QUEUE, screen(waiting)):
        assert chief.get(url).status_code == 200
