"""Specs in the product form: what the family asks for, what is refused, what is kept."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from catalog.models import Family, ProductSpec
from tests.catalog.cms import draft_of, edit, edit_page, fill, mistakes, send
from tests.factories import make_product


@pytest.fixture
def humanoid(product_index):
    return make_product(
        product_index,
        family="humanoid_robot",
        specs={"height": 1320, "dof": (23, 43)},
    )


def specs_of(page):
    return {spec.spec_key.key: spec for spec in page.specs.all()}


def ends_of(page, key):
    spec = specs_of(page)[key]
    return spec.minimum, spec.maximum


def test_an_unchanged_form_keeps_every_spec(humanoid):
    before = {key: spec.pk for key, spec in specs_of(humanoid).items()}
    after = edit(humanoid)
    assert {key: spec.pk for key, spec in specs_of(after).items()} == before
    assert ends_of(after, "height") == (Decimal("1320"), Decimal("1320"))
    assert ends_of(after, "dof") == (Decimal("23"), Decimal("43"))


def test_a_number_is_a_decimal_in_the_unit_of_the_key(humanoid):
    after = edit(humanoid, **{"spec__height__minimum": "１,３20.5"})
    assert ends_of(after, "height") == (Decimal("1320.5"), Decimal("1320.5"))


def test_a_published_spec_is_written_to_its_own_row(humanoid):
    pk = specs_of(humanoid)["height"].pk
    edit(humanoid, publish=True, **{"spec__height__minimum": "1400"})
    assert ProductSpec.objects.get(pk=pk).minimum == Decimal("1400")
    assert ProductSpec.objects.filter(product=humanoid).count() == 2


def test_emptying_a_row_removes_the_spec(humanoid):
    after = edit(
        humanoid, publish=True, **{"spec__height__minimum": "", "spec__height__source": ""}
    )
    assert set(specs_of(after)) == {"dof"}
    assert set(humanoid.specs.values_list("spec_key__key", flat=True)) == {"dof"}


def test_a_row_that_was_not_sent_stays_as_it_is(humanoid):
    after = edit(humanoid, drop=["spec-height-minimum"], spec__height__source="")
    assert ends_of(after, "height") == (Decimal("1320"), Decimal("1320"))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("abc", "Enter a number, such as 1,320 or 0.5."),
        ("NaN", "Enter a number, such as 1,320 or 0.5."),
        ("Infinity", "Enter a number, such as 1,320 or 0.5."),
        ("1e400000", "Enter a number, such as 1,320 or 0.5."),
        ("1_000", "Enter a number, such as 1,320 or 0.5."),
        ("100000000000000", "This number is too large."),
        ("0", "Enter a number greater than zero."),
        ("-5", "Enter a number greater than zero."),
        ("1.2345678", "At most six decimal places fit."),
    ],
)
def test_a_number_that_cannot_be_is_refused_at_its_row(humanoid, typed, message):
    with translation.override("en"):
        found = mistakes(fill(humanoid, spec__height__minimum=typed))
    assert found == {"height": {"minimum": [message]}}


def test_a_refused_form_keeps_what_was_typed_and_speaks_the_editors_language(
    chief, humanoid, user_language
):
    user_language("en")
    html = send(chief, humanoid, spec__height__minimum="1,3x", title_ko="새 이름").content.decode()
    assert "Enter a number, such as 1,320 or 0.5." in html
    assert 'value="1,3x"' in html
    assert 'value="새 이름"' in html
    assert humanoid.get_latest_revision() is None


def test_a_whole_number_is_asked_for_where_the_key_counts(humanoid):
    form = fill(humanoid, spec__hand_dof__minimum="2.5")
    assert list(mistakes(form)) == ["hand_dof"]


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("op_temp", "-20", Decimal("-20")),
        ("op_temp", "0", Decimal("0")),
        ("lidar_count", "0", Decimal("0")),
    ],
)
def test_zero_and_below_stand_where_they_mean_something(humanoid, key, typed, stored):
    after = edit(humanoid, **{f"spec__{key}__minimum": typed})
    assert specs_of(after)[key].minimum == stored


def test_a_range_in_the_wrong_order_is_refused_at_its_row(humanoid):
    found = mistakes(fill(humanoid, spec__dof__minimum="43", spec__dof__maximum="23"))
    assert list(found) == ["dof"]
    assert list(found["dof"]) == ["maximum"]
    assert ends_of(humanoid, "dof") == (Decimal("23"), Decimal("43"))


def test_a_range_may_be_open_at_one_end(humanoid):
    after = edit(humanoid, spec__dof__maximum="")
    assert ends_of(after, "dof") == (Decimal("23"), None)


def test_a_choice_a_text_and_their_marks_are_stored(product_index):
    car = make_product(product_index, family="robotaxi", specs={"sae_level": "4"})
    choices = {choice.key: choice for choice in specs_of(car)["sae_level"].spec_key.choices.all()}
    after = edit(
        car,
        drop=["spec-sae_level-is_confirmed"],
        spec__sae_level__choice="3",
        spec__sae_level__source="brochure",
        spec__license__text="MIT",
    )
    spec = specs_of(after)["sae_level"]
    assert (spec.choice, spec.source, spec.is_confirmed) == (choices["3"], "brochure", False)
    assert specs_of(after)["license"].text == "MIT"


def test_a_source_without_a_value_is_asked_about(humanoid):
    assert list(mistakes(fill(humanoid, spec__weight__source="brochure"))) == ["weight"]


def test_the_family_decides_which_rows_are_shown(chief, humanoid):
    html = edit_page(chief, humanoid)
    shown = shown_rows(html)
    offered = Family.objects.get(key="humanoid_robot").family_specs.order_by("sort_order", "pk")
    assert shown == [offer.spec_key.key for offer in offered]


def test_another_family_offers_its_rows_and_keeps_what_was_typed(chief, humanoid):
    lidar = Family.objects.get(key="lidar")
    after = edit(humanoid, family=str(lidar.pk), field=str(lidar.field_id))
    assert after.family == lidar
    assert ends_of(after, "height") == (Decimal("1320"), Decimal("1320"))
    shown = shown_rows(edit_page(chief, humanoid))
    offered = [offer.spec_key.key for offer in lidar.family_specs.order_by("sort_order", "pk")]
    assert shown[: len(offered)] == offered
    assert set(shown[len(offered) :]) == {"height", "dof"} - set(offered)


def test_the_form_of_a_product_with_many_specs_asks_no_query_per_row(
    chief, humanoid, product_index
):
    edit_page(chief, humanoid)
    with CaptureQueriesContext(connection) as few:
        edit_page(chief, humanoid)
    keys = Family.objects.get(key="humanoid_robot").family_specs.values_list(
        "spec_key__key", "spec_key__value_type"
    )
    rich = make_product(
        product_index,
        specs={key: 5 for key, kind in keys if kind in ("number", "integer", "range")},
    )
    assert rich.specs.count() > 15
    edit_page(chief, rich)
    with CaptureQueriesContext(connection) as many:
        edit_page(chief, rich)
    assert len(many.captured_queries) == len(few.captured_queries) <= 70


def shown_rows(html):
    """Keys of the rows that are not hidden, in their order."""
    rows = BeautifulSoup(html, "html.parser").select("[data-spec-row]:not([hidden])")
    names = [row.select_one("[data-spec-input]")["name"] for row in rows]
    return [name.removeprefix("spec-").rsplit("-", 1)[0] for name in names]


def test_a_price_is_refused_at_its_field(humanoid):
    wrong = {"price_currency": "KRW", "price_minimum": "500", "price_maximum": "100"}
    assert list(mistakes(fill(humanoid, **wrong))) == ["price_maximum"]
    wrong = {"price_currency": "KRW", "price_minimum": "0"}
    assert list(mistakes(fill(humanoid, **wrong))) == ["price_minimum"]
    assert list(mistakes(fill(humanoid, price_minimum="5"))) == ["price_currency"]
    assert draft_of(humanoid).price_minimum is None
