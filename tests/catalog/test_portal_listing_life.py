"""A listing's life as its company follows it: lists, previews, comments, steps, other companies."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from catalog import review
from catalog.listing.expiring import warn_of_expiring_certificates
from catalog.listing.pages import new_page, write_page
from catalog.models import Inquiry, Notification, ProductPage, Submission
from catalog.models.submissions import Status
from catalog.portal.listings.states import MEANING, STEPS
from tests.catalog.listing import WORDS, listing_data, listing_form
from tests.catalog.portal import address, post, soup, upload_of
from tests.factories import make_product
from tests.portal_factories import make_member, make_reviewer, verify


def published(listing, member):
    """The listing after a reviewer has approved it."""
    verify(listing.vendor)
    review.submit(listing, by=member)
    reviewer = make_reviewer()
    review.take(listing, by=reviewer)
    review.approve(listing, by=reviewer, revision_id=listing.revision_id)
    listing.refresh_from_db()
    listing.page.refresh_from_db()
    return listing


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_the_pages_of_a_listing_answer_in_both_languages(portal, listing, language):
    for path in (
        address("s"),
        address("s") + "?state=todo",
        address("s") + "?state=away&page=99",
        address("_new"),
        address("", listing.pk),
        address("_edit", listing.pk),
    ):
        answer = portal.get(path.replace("/ko/", f"/{language}/"))
        assert answer.status_code == 200, path
        assert "no-store" in answer["Cache-Control"]
        assert soup(answer).html["lang"].lower() == language


@pytest.mark.parametrize("mode", ["ko", "zh-hans", "kiosk"])
def test_a_draft_is_previewed_as_page_and_kiosk(portal, listing, mode):
    post(portal, listing, **{"new-pictures": [upload_of("one.png", 640)]})
    before = ProductPage.objects.count()
    answer = portal.get(address("_preview", listing.pk, mode))
    html = answer.content.decode()
    assert answer.status_code == 200
    shown = {"ko": WORDS["title_ko"], "zh-hans": WORDS["title_zh"], "kiosk": "narumi-2"}
    assert shown[mode] in html
    assert answer["Cache-Control"]
    assert ProductPage.objects.count() == before
    assert Submission.objects.get().page is None


def test_private_pictures_show_in_their_companys_preview_alone(portal, listing, client):
    post(portal, listing, **{"new-pictures": [upload_of("one.png", 640)]})
    page = soup(portal.get(address("_preview", listing.pk, "ko")))
    source = page.select_one(".gallery img")["src"]
    assert portal.get(source).status_code == 200
    assert Client().get(source).status_code in (403, 404)


@pytest.mark.parametrize("mode", ["nonsense", "ko-KR"])
def test_an_unknown_preview_is_not_there(portal, listing, mode):
    assert portal.get(address("_preview", listing.pk, mode)).status_code == 404


def test_a_preview_without_a_family_leads_back_to_the_form(portal, listing):
    data = {name: value for name, value in listing.data.items() if name != "family"}
    post(portal, listing, data)
    assert portal.get(address("_preview", listing.pk, "ko")).url == address("_edit", listing.pk)


def test_comments_are_answered_and_settled(portal, listing, member):
    reviewer = make_reviewer()
    review.submit(listing, by=member)
    remark = review.comment(
        listing,
        by=reviewer,
        text="수치를 확인해 주세요.",
        field="spec-weight-minimum",
        from_company=False,
    )
    portal.post(address("_move", listing.pk, "recall"))
    page = soup(portal.get(address("_edit", listing.pk)))
    assert page.select_one('[data-remark="spec-weight-minimum"]').parent["role"] == "group"
    answer = {"text": "맞습니다.", "field": "spec-weight-minimum"}
    assert portal.post(address("_comments", listing.pk), answer).status_code == 302
    said = listing.comments.get(is_from_company=True)
    assert (said.text, said.field, said.by) == ("맞습니다.", "spec-weight-minimum", member)
    portal.post(address("_comment", listing.pk, remark.pk))
    remark.refresh_from_db()
    assert remark.resolved_at
    assert not soup(portal.get(address("_edit", listing.pk))).select("[data-remark]")


@pytest.mark.parametrize("text", ["", "   ", "가" * 2001])
def test_an_empty_or_endless_comment_is_refused_and_kept(portal, listing, text):
    answer = portal.post(address("_comments", listing.pk), {"text": text})
    assert answer.status_code == 200
    assert answer.context["comment_form"].errors
    assert not listing.comments.exists()


@pytest.mark.parametrize("status", Status)
def test_every_state_says_what_it_means_and_what_can_be_done(portal, listing, member, status):
    if status in (Status.SUBMITTED, Status.IN_REVIEW, Status.APPROVED, Status.PUBLISHED):
        review.submit(listing, by=member)
    Submission.objects.filter(pk=listing.pk).update(status=status)
    page = soup(portal.get(address("", listing.pk)))
    assert str(MEANING[status]) in page.text
    assert page.select_one(f".state--{status}")
    offered = {form["action"].rstrip("/").rpartition("/")[2] for form in page.select(".steps form")}
    assert offered <= set(STEPS)
    assert bool(page.select(f'.steps a[href="{address("_edit", listing.pk)}"]')) == (
        Submission(status=status).is_editable
    )


def test_an_edit_of_a_live_listing_waits_and_can_be_dropped(portal, listing, member):
    published(listing, member)
    assert portal.get(listing.page.get_absolute_url()).status_code == 200
    assert portal.post(address("_move", listing.pk, "start_edit")).url == address(
        "_edit", listing.pk
    )
    listing.refresh_from_db()
    post(portal, listing, {**listing.data, "title_ko": "다른 이름"})
    answer = portal.get(address("", listing.pk))
    changes = [(c.name, c.before, c.after) for c in answer.context["changes"]]
    assert changes == [("title_ko", WORDS["title_ko"], "다른 이름")]
    assert "다른 이름" not in portal.get(listing.page.get_absolute_url()).content.decode()
    portal.post(address("_move", listing.pk, "discard_edit"))
    listing.refresh_from_db()
    assert (listing.status, listing.data["title_ko"]) == (Status.PUBLISHED, WORDS["title_ko"])


def test_withdrawing_takes_the_page_off_the_web_at_once(portal, listing, member):
    published(listing, member)
    portal.post(address("_move", listing.pk, "withdraw"))
    assert portal.get(listing.page.get_absolute_url()).status_code == 404
    listing.refresh_from_db()
    assert listing.status == Status.WITHDRAWN
    portal.post(address("_move", listing.pk, "archive"))
    listing.refresh_from_db()
    assert listing.status == Status.ARCHIVED
    portal.post(address("_move", listing.pk, "start_edit"))
    listing.refresh_from_db()
    assert listing.status == Status.DRAFT


def test_rows_count_the_inquiries_of_this_company(portal, listing, product_index, member):
    page = make_product(product_index, vendor=listing.vendor)
    Submission.objects.filter(pk=listing.pk).update(page=page)
    for vendor in (listing.vendor, listing.vendor, make_member().membership.vendor):
        inquiry = Inquiry.objects.create(
            vendor=vendor, kind="quote", language_code="ko", purge_on=timezone.localdate()
        )
        inquiry.products.add(page)
    answer = portal.get(address("s"))
    assert [row.inquiry_count for row in answer.context["listings"]] == [2]


def test_certificates_that_end_within_sixty_days_are_told_once(product_index, member):
    today = timezone.localdate()
    for days in (-1, 0, 60, 61):
        ends = today + datetime.timedelta(days=days)
        data = listing_data(
            title_en=f"Model {days + 9}",
            certificate__0__issued_on="2020-01-01",
            certificate__0__expires_on=f"{ends}",
            certificate__1__mark="",
        )
        page = write_page(
            new_page(member.membership.vendor), listing_form(member.membership.vendor, data)
        )
        page.live = True
        product_index.add_child(instance=page)
    assert warn_of_expiring_certificates() == 2
    warn_of_expiring_certificates()
    told = Notification.objects.filter(kind="certificate_expiring", user=member)
    assert {note.context["expires_on"] for note in told} == {
        f"{today}",
        f"{today + datetime.timedelta(days=60)}",
    }
