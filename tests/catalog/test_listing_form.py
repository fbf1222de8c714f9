"""The listing form: what is taken, what is refused and why, what a draft keeps."""

import datetime
from decimal import Decimal

import pytest
from django.http import QueryDict

from catalog.listing.form import ListingForm
from catalog.listing.labels import field_label, field_labels
from tests.catalog.listing import listing_data, listing_form
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def vendor(taxonomy):
    return make_vendor()


def codes(form):
    """{field: [codes of its mistakes]}"""
    return {
        name: [error.code for error in errors.as_data()] for name, errors in form.errors.items()
    }


def test_a_whole_listing_can_be_submitted(vendor):
    form = listing_form(vendor, for_submission=True)
    assert codes(form) == {}
    assert form.cleaned_data["price_minimum"] == Decimal("45000000")
    assert form.cleaned_data["release"] == (datetime.date(2024, 5, 1), "month")
    assert form.cleaned_data["family"].key == "service_robot"
    assert form.spec_rows["weight"].cleaned_data["minimum"] == Decimal("61.5")


def test_a_draft_may_be_empty(vendor):
    form = listing_form(vendor, {})
    assert form.is_valid()
    assert form.draft_data() == {}


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("title_ko", "가" * 201, "max_length"),
        ("tagline_zh", "字" * 161, "max_length"),
        ("summary_ko", "가" * 1001, "max_length"),
        ("highlights_ko", "가" * 201, "too_long"),
        ("highlights_zh", "字\n" * 13 + "字", "too_many"),
        ("body_ko", "가" * 20_001, "max_length"),
        ("regulatory_note_zh", "字" * 1001, "max_length"),
        ("aliases", "a" * 121, "too_long"),
        ("family", "toaster", "invalid_choice"),
        ("applications", ["toasting"], "invalid_choice"),
        ("industries", ["bakery"], "invalid_choice"),
        ("origin_country", "JP", "invalid_choice"),
        ("hs_code", "84795", "hs_code"),
        ("hs_code", "84-79x5", "hs_code"),
        ("release", "soon", "not_a_date"),
        ("release", "2024-13", "not_a_date"),
        ("release", "2024-02-30", "not_a_date"),
        ("release", "1066", "not_a_date"),
        ("price_kind", "free", "invalid_choice"),
        ("price_currency", "JPY", "invalid_choice"),
        ("price_currency", "", "required"),
        ("price_minimum", "a lot", "not_a_number"),
        ("price_minimum", "NaN", "not_a_number"),
        ("price_minimum", "0", "not_positive"),
        ("price_minimum", "1e9", "not_a_number"),
        ("price_minimum", "1000000000000", "too_large"),
        ("price_minimum", "1.005", "too_fine"),
        ("price_minimum", "", "required"),
        ("price_maximum", "1", "order"),
        ("price_basis", "haggling", "invalid_choice"),
        ("price_period", "per_hour", "invalid_choice"),
        ("is_tax_included", "maybe", "invalid_choice"),
        ("price_valid_until_on", "31.12.2099", "invalid"),
        ("availability", "gone", "invalid_choice"),
        ("lead_time_days", "2.5", "not_whole"),
        ("lead_time_days", "-1", "too_small"),
        ("minimum_order_quantity", "0", "too_small"),
        ("warranty_months", "1000000", "too_large"),
        ("after_sales_country", "US", "invalid_choice"),
        ("spec-weight-minimum", "heavy", "not_a_number"),
        ("spec-weight-minimum", "-3", "not_positive"),
        ("certificate-0-mark", "GS1", "invalid_choice"),
        ("certificate-0-mark", "", "required"),
        ("certificate-0-number", "1" * 81, "max_length"),
        ("certificate-0-issued_on", "yesterday", "invalid"),
        ("certificate-0-expires_on", "2023-01-01", "order"),
    ],
)
def test_a_value_that_cannot_be_is_refused_at_its_field_and_kept(vendor, name, typed, code):
    form = listing_form(vendor, {**listing_data(), name: typed})
    assert codes(form) == {name: [code]}
    if typed:
        assert form.draft_data()[name] == typed


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("2024", (2024, 1, 1), "year"),
        ("２０２４", (2024, 1, 1), "year"),
        ("2024-H2", (2024, 7, 1), "half"),
        ("2024.5", (2024, 5, 1), "month"),
        ("2024년 5월", (2024, 5, 1), "month"),
        ("2024年5月13日", (2024, 5, 13), "day"),
        ("2024. 05. 13.", (2024, 5, 13), "day"),
    ],
)
def test_a_release_is_read_as_exactly_as_it_is_known(vendor, typed, day, precision):
    form = listing_form(vendor, {"release": typed})
    assert form.is_valid()
    assert form.cleaned_data["release"] == (datetime.date(*day), precision)


@pytest.mark.parametrize("typed", ["1,320.5", "１，３２０．５", " 1 320.5 "])
def test_numbers_are_read_as_people_type_them(vendor, typed):
    form = listing_form(vendor, {"price_minimum": typed, "price_currency": "CNY"})
    assert form.is_valid()
    assert form.cleaned_data["price_minimum"] == Decimal("1320.5")


def test_what_a_reviewer_needs_is_asked_for_on_submission_only(vendor):
    assert listing_form(vendor, {}).is_valid()
    form = listing_form(vendor, {}, for_submission=True, language="zh-hans")
    needed = {"family", "origin_country", "title_zh", "summary_zh"}
    assert codes(form) == {name: ["required"] for name in needed}


def test_one_language_is_enough_for_submission(vendor):
    chinese = {"title_zh": "搬运者", "summary_zh": "机器人", "family": "cobot"}
    chinese["origin_country"] = "CN"
    assert listing_form(vendor, chinese, for_submission=True).is_valid()
    mixed = {**chinese, "summary_zh": "", "summary_ko": "로봇"}
    assert codes(listing_form(vendor, mixed, for_submission=True)) == {"title_ko": ["required"]}


def test_a_price_that_has_lapsed_cannot_be_submitted(vendor):
    data = listing_data(price_valid_until_on="2020-01-01")
    assert listing_form(vendor, data).is_valid()
    form = listing_form(vendor, data, for_submission=True)
    assert codes(form) == {"price_valid_until_on": ["past"]}
    data["price_kind"] = "on_request"
    assert listing_form(vendor, data, for_submission=True).is_valid()


def test_the_same_certificate_twice_is_refused(vendor):
    data = listing_data(certificate__1__mark="KC", certificate__1__number="R-R-abc-1")
    assert codes(listing_form(vendor, data)) == {"certificate-1-number": ["repeated"]}


def test_a_range_in_the_wrong_order_is_refused_at_its_row(vendor):
    data = {"spec-dof-minimum": "43", "spec-dof-maximum": "23"}
    assert list(listing_form(vendor, data).errors) == ["spec-dof-maximum"]


def test_only_what_the_form_asks_for_is_kept(vendor):
    foreign = {
        "status": "approved",
        "owner": "1",
        "vendor": "2",
        "page": "3",
        "version": "4",
        "slug": "home",
        "live": "true",
        "is_featured": "on",
        "show_on_kiosk": "on",
        "is_confirmed": "on",
        "spec-weight-is_confirmed": "on",
        "spec-nonsense-minimum": "1",
        "certificate-0-checked_by": "me",
        "certificate-0-checked_on": "2024-01-01",
        "certificate-99-mark": "",
        "csrfmiddlewaretoken": "x",
    }
    form = listing_form(vendor, {**listing_data(), **foreign})
    assert form.draft_data() == listing_data()


def test_a_browsers_form_and_stored_data_are_read_alike(vendor):
    sent = QueryDict(mutable=True)
    for name, value in listing_data().items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    sent["summary_ko"] = sent["summary_ko"].replace("\n", "\r\n")
    sent["spec-height-minimum"] = ""
    form = ListingForm(sent, vendor=vendor, language="ko")
    assert form.draft_data() == listing_data()


def test_text_that_no_database_can_hold_is_left_out_of_drafts(vendor):
    form = listing_form(vendor, {"title_ko": "로\x00봇\ud800", "body_ko": "\x07소리\u202e"})
    assert form.draft_data() == {"title_ko": "로봇", "body_ko": "\x07소리\u202e"}
    assert form.is_valid()
    assert form.cleaned_data["body_ko"] == "소리"


def test_fields_have_names_for_comments_and_comparisons(vendor):
    names = ["title_ko", "spec-height-minimum", "certificate-0-number", "spec-none-text", "?"]
    labels = field_labels(names)
    assert labels["spec-height-minimum"] == "높이" or labels["spec-height-minimum"]
    assert all(labels.values())
    assert labels["?"] == field_label("?") == "?"
    assert labels["spec-none-text"] == "spec-none-text"


def test_the_form_asks_a_fixed_number_of_queries(vendor, django_assert_num_queries):
    with django_assert_num_queries(8):
        form = listing_form(vendor, for_submission=True)
        assert form.is_valid()
        form.as_div()
