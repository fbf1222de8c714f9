"""Listings in the portal: begun, written, handed in and followed by their own company."""

import json
import re
import uuid

import pytest

from catalog import review
from catalog.listing.pages import read_data
from catalog.models import Submission, UploadedFile
from catalog.models.submissions import Status
from catalog.portal.listings.layout import SECTIONS
from tests.catalog.portal import address, post, soup, upload_of
from tests.factories import make_vendor
from tests.portal_factories import make_member


def test_a_listing_begins_with_its_family_and_a_name(product_index, portal, member):
    page = soup(portal.get(address("_new")))
    key = page.select_one("[name=client_key]")["value"]
    sent = {"client_key": key, "family": "cobot", "title_ko": "협동 로봇"}
    answer = portal.post(address("_new"), sent)
    listing = Submission.objects.get()
    assert answer.url == address("_edit", listing.pk)
    assert (listing.vendor, listing.status) == (member.membership.vendor, Status.DRAFT)
    assert listing.data == {"family": "cobot", "title_ko": "협동 로봇"}
    assert portal.post(address("_new"), sent).url == answer.url
    assert Submission.objects.count() == 1


@pytest.mark.parametrize("missing", ["family", "title_ko", "client_key"])
def test_a_listing_without_name_or_family_is_not_begun(portal, missing):
    sent = {"client_key": str(uuid.uuid4()), "family": "cobot", "title_ko": "협동 로봇"}
    answer = portal.post(address("_new"), {**sent, missing: ""})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Submission.objects.exists()


def test_another_companys_key_begins_nothing(portal, listing, client):
    client.force_login(make_member())
    sent = {"client_key": str(listing.client_key), "family": "cobot", "title_ko": "로봇"}
    assert client.post(address("_new"), sent).status_code == 404
    assert Submission.objects.get() == listing


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_the_form_shows_everything_that_is_stored(portal, listing, language):
    path = address("_edit", listing.pk).replace("/ko/", f"/{language}/")
    page = soup(portal.get(path))
    form = page.select_one("[data-listing-form]")
    for name, value in listing.data.items():
        assert value_in(form, name) == value, name
    assert {section["id"] for section in page.select(".form-part")} >= set(SECTIONS)
    assert form.select_one("#id_title_zh").parent["lang"] == "zh-Hans"
    assert json.loads(form.select_one("[name=base]")["value"]) == listing.data


def value_in(form, name):
    """What the form has in the field of this name."""
    fields = form.select(f'[name="{name}"]')
    kind = fields[0].get("type")
    if fields[0].name == "textarea":
        return fields[0].text.removeprefix("\n")
    if fields[0].name == "select":
        return fields[0].select_one("[selected]")["value"]
    if kind == "checkbox":
        return [field["value"] for field in fields if field.has_attr("checked")]
    if kind == "radio":
        return next(field["value"] for field in fields if field.has_attr("checked"))
    return fields[0]["value"]


def test_sending_the_form_as_it_is_changes_nothing(portal, listing):
    before = dict(listing.data)
    assert post(portal, listing).status_code == 302
    listing.refresh_from_db()
    assert listing.data == before


def test_a_mistake_is_told_and_what_was_typed_stays(portal, listing):
    data = {**listing.data, "price_minimum": "a lot", "spec-weight-minimum": "heavy"}
    post(portal, listing, data)
    answer = portal.get(address("_edit", listing.pk))
    page = soup(answer)
    links = {link["href"] for link in page.select("#mistakes a")}
    assert links == {"#id_price_minimum", "#id_spec-weight-minimum"}
    assert page.select_one("#id_price_minimum")["value"] == "a lot"
    assert page.select_one("#id_price_minimum")["aria-invalid"] == "true"
    assert "id_price_minimum_error" in page.select_one("#id_price_minimum")["aria-describedby"]


def test_nothing_but_the_forms_own_fields_is_taken(portal, listing):
    other = make_vendor()
    foreign = {
        "status": "published",
        "owner": "1",
        "vendor": str(other.pk),
        "page": "1",
        "client_key": str(uuid.uuid4()),
        "completeness": "100",
        "created_by": "1",
        "submitted_by": "1",
        "reviewed_by": "1",
        "revision": "1",
        "risks": "[]",
        "is_featured": "on",
        "show_on_kiosk": "on",
        "live": "on",
        "slug": "home",
        "certificate-0-checked_by": "me",
        "certificate-0-checked_on": "2026-01-01",
    }
    before = Submission.objects.values().get()
    assert post(portal, listing, {**listing.data, **foreign}).status_code == 302
    after = Submission.objects.values().get()
    kept = set(before) - {"version", "updated_at", "completeness"}
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_a_stale_window_is_shown_both_texts_and_loses_nothing(portal, listing):
    base = dict(listing.data)
    version = listing.version
    post(portal, listing, {**base, "summary_ko": "첫째 창", "tagline_ko": "첫째 창만"})
    mine = {**base, "summary_ko": "둘째 창", "body_zh": "第二个窗口"}
    sent = {**mine, "version": version, "base": json.dumps(base), "action": "save"}
    answer = portal.post(address("_edit", listing.pk), sent)
    assert answer.status_code == 409
    offered = {
        choice.difference.name: (choice.difference.before, choice.difference.after, choice.is_mine)
        for choice in answer.context["choices"]
    }
    assert offered == {
        "summary_ko": ("첫째 창", "둘째 창", True),
        "tagline_ko": ("첫째 창만", base["tagline_ko"], False),
        "body_zh": ("第一段", "第二个窗口", True),
    }
    listing.refresh_from_db()
    assert listing.data["summary_ko"] == "첫째 창"
    page = soup(answer)
    chosen = form_values(page.select_one("[data-compare-versions]"))
    chosen["pick-summary_ko"] = "theirs"
    assert portal.post(address("_edit", listing.pk), chosen).status_code == 302
    listing.refresh_from_db()
    assert listing.data == {**mine, "summary_ko": "첫째 창", "tagline_ko": "첫째 창만"}


def form_values(form):
    """What pressing the form's last button would send."""
    values = {}
    for field in form.select("input"):
        if field.get("type") == "radio" and not field.has_attr("checked"):
            continue
        values.setdefault(field["name"], []).append(field["value"])
    values["action"] = ["save"]
    return {name: found if len(found) > 1 else found[0] for name, found in values.items()}


def test_what_is_typed_is_saved_while_one_types(portal, listing):
    sent = {**listing.data, "title_ko": "새 이름", "version": listing.version, "base": "{}"}
    answer = portal.post(address("_draft", listing.pk), sent)
    assert answer.status_code == 200
    listing.refresh_from_db()
    assert listing.data["title_ko"] == "새 이름"
    told = answer.json()
    assert told["version"] == listing.version
    assert re.fullmatch(r"\d\d:\d\d", told["time"])
    assert told["percent"] > 80
    assert [name for name, label in told["missing"]] == ["pictures"]


@pytest.mark.parametrize("version", ["0", "", "-1", "x", "99999999999999999999"])
def test_a_stale_save_is_refused_and_changes_nothing(portal, listing, version):
    before = Submission.objects.values().get()
    sent = {**listing.data, "title_ko": "새 이름", "version": version, "base": "not json"}
    answer = portal.post(address("_draft", listing.pk), sent)
    assert (answer.status_code, answer.json()["state"]) == (409, "stale")
    assert Submission.objects.values().get() == before


def test_files_are_taken_described_ordered_and_removed(portal, listing):
    files = [upload_of("one.png", 64), upload_of("two.png", 80)]
    assert post(portal, listing, action="at-pictures", **{"new-pictures": files}).status_code == 302
    one, two = listing.uploads.all()
    assert (one.original_name, two.original_name) == ("one.png", "two.png")
    words = {
        f"upload-{one.pk}-alt_ko": "<b>앞</b>",
        f"upload-{one.pk}-focal_x": "25",
        f"upload-{one.pk}-focal_y": "75.5",
        f"upload-{one.pk}-vendor": "9",
    }
    post(portal, listing, **words)
    one.refresh_from_db()
    assert (one.alt_ko, float(one.focal_x), float(one.focal_y)) == ("<b>앞</b>", 0.25, 0.755)
    html = portal.get(address("_edit", listing.pk)).content.decode()
    assert "&lt;b&gt;앞&lt;/b&gt;" in html
    post(portal, listing, action=f"down-{one.pk}")
    assert list(listing.uploads.all()) == [two, one]
    post(portal, listing, action=f"remove-{two.pk}")
    assert list(listing.uploads.all()) == [one]


def test_a_refused_file_is_named_and_everything_else_is_saved(portal, listing):
    bad = upload_of("page.svg", 64)
    data = {**listing.data, "title_ko": "새 이름"}
    answer = post(portal, listing, data, **{"new-pictures": [bad]})
    assert answer.status_code == 200
    assert [name for name, why in answer.context["refused"]] == ["page.svg"]
    listing.refresh_from_db()
    assert listing.data["title_ko"] == "새 이름"
    assert not listing.uploads.exists()


def test_a_file_sent_by_itself_answers_with_its_row(portal, listing):
    sent = {"section": "pictures", "file": upload_of("one.png", 64)}
    answer = portal.post(address("_files", listing.pk), sent)
    upload = UploadedFile.objects.get()
    assert answer.json()["pk"] == str(upload.pk)
    assert f"upload-{upload.pk}-alt_ko" in answer.json()["html"]
    sent = {"section": "pictures", "file": upload_of("one.pdf", 64)}
    answer = portal.post(address("_files", listing.pk), sent)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert portal.get(address("_file_small", listing.pk, upload.pk)).status_code == 200
    assert portal.get(address("_file", listing.pk, upload.pk)).status_code == 200


def test_a_stale_window_overwrites_no_words_of_files(portal, listing):
    post(portal, listing, **{"new-pictures": [upload_of("one.png", 64)]})
    upload = listing.uploads.get()
    name = f"upload-{upload.pk}-alt_ko"
    old = {**listing.data, name: ""}
    post(portal, listing, base=old, **{name: "새 설명"})
    post(portal, listing, base=old, **{name: "", "title_ko": "이름"})
    upload.refresh_from_db()
    assert upload.alt_ko == "새 설명"


def test_submitting_puts_it_before_the_reviewers(portal, listing):
    assert post(portal, listing, action="submit").url == address("", listing.pk)
    listing.refresh_from_db()
    assert listing.status == Status.SUBMITTED
    assert read_data(listing.revision) == listing.data
    assert portal.get(address("_edit", listing.pk)).status_code == 302


def test_an_incomplete_listing_is_not_submitted_and_says_what_is_needed(portal, listing):
    needed = ("family", "origin_country", "title_ko", "title_zh", "summary_zh", "summary_ko")
    data = {name: value for name, value in listing.data.items() if name not in needed}
    answer = post(portal, listing, data, action="submit")
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == set(needed) - {"title_zh", "summary_zh"}
    listing.refresh_from_db()
    assert (listing.status, listing.data) == (Status.DRAFT, data)


def test_what_is_typed_while_the_centre_has_it_stays_on_the_screen(portal, listing):
    version = listing.version
    review.submit(listing, by=listing.created_by)
    before = Submission.objects.values().get()
    sent = {**listing.data, "title_ko": "늦은 이름", "version": version, "action": "save"}
    answer = portal.post(address("_edit", listing.pk), sent)
    assert soup(answer).select_one("#id_title_ko")["value"] == "늦은 이름"
    assert Submission.objects.values().get() == before
    answer = portal.post(address("_draft", listing.pk), sent)
    assert (answer.status_code, answer.json()["state"]) == (409, "closed")
