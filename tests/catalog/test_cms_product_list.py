"""The list of products that editors work from, and the board that leads into it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Workflow

from catalog.cms.board import ProductBoard
from catalog.models import Availability, Family, ProductPage
from catalog.models.products import LanguageState
from tests.factories import make_image, make_product, make_user, make_vendor

LIST = "products:index"


def listed(client, **filters):
    """Slugs of the products in the list, in its order."""
    response = client.get(reverse(LIST), filters)
    assert response.status_code == 200
    return [page.slug for page in response.context["object_list"]]


@pytest.fixture
def pair(product_index):
    """Two products that differ in everything the list filters by."""
    good = make_product(
        product_index,
        slug="good",
        title_ko="휴머노이드",
        title_zh="人形机器人",
        image=make_image(),
    )
    poor = make_product(
        product_index,
        slug="poor",
        title_ko="라이다",
        title_zh="",
        family="lidar",
        availability="service",
        is_confirmed=False,
        live=False,
    )
    return good, poor


def test_the_list_has_every_product_also_unpublished_ones(chief, pair):
    assert set(listed(chief)) == {"good", "poor"}


def test_a_row_says_what_an_editor_asks_first(chief, pair, user_language):
    user_language("en")
    html = " ".join(chief.get(reverse(LIST)).content.decode().split())
    good, _poor = pair
    for text in (good.vendor.name.text, good.family.name.text, "To be confirmed", "No picture"):
        assert text in html
    assert '<span class="state-badge state-badge--missing">Missing</span>' in html
    assert '<span class="state-badge state-badge--ready">Ready</span>' in html


@pytest.mark.parametrize(
    "filters",
    [
        {"state_zh": LanguageState.MISSING},
        {"to_do": "unconfirmed"},
        {"to_do": "no_picture"},
        {"status": "draft"},
        {"q": "라이"},
        {"q": "라이다"},
    ],
)
def test_a_filter_leaves_only_what_it_names(chief, pair, filters):
    assert listed(chief, **filters) == ["poor"]


@pytest.mark.parametrize(
    "filters", [{"state_zh": LanguageState.READY}, {"status": "live"}, {"q": "形机器"}]
)
def test_the_opposite_filter_leaves_the_other(chief, pair, filters):
    assert listed(chief, **filters) == ["good"]


def test_terms_and_company_filter_by_their_keys(chief, pair):
    good, poor = pair
    assert listed(chief, vendor=poor.vendor_id) == ["poor"]
    assert listed(chief, family=Family.objects.get(key="lidar").pk) == ["poor"]
    assert listed(chief, field=good.field_id) == ["good"]
    assert listed(chief, availability=Availability.objects.get(key="service").pk) == ["poor"]


def test_one_unconfirmed_spec_is_enough_to_be_found(chief, pair):
    good, _poor = pair
    page = make_product(good.get_parent(), slug="third", specs={"height": 1300})
    page.specs.update(is_confirmed=False)
    assert set(listed(chief, to_do="unconfirmed")) == {"poor", "third"}


def test_what_waits_for_review_is_found(chief, pair):
    good, _poor = pair
    good.save_revision()
    Workflow.objects.get().start(good, make_user())
    assert listed(chief, to_do="in_review") == ["good"]


@pytest.mark.parametrize(
    "filters",
    [
        {"vendor": "abc"},
        {"vendor": "999999"},
        {"state_ko": "bogus"},
        {"family": "x"},
        {"to_do": "x"},
        {"p": "999"},
        {"p": "x"},
        {"ordering": "x"},
        {"q": "x" * 5000},
    ],
)
def test_bad_filters_are_no_error(chief, pair, filters):
    assert chief.get(reverse(LIST), filters).status_code == 200


def test_the_list_is_cut_into_pages(chief, product_index):
    for _number in range(51):
        make_product(product_index)
    assert len(listed(chief)) == 50
    assert len(listed(chief, p=2)) == 1


@pytest.mark.parametrize("address", [LIST, "wagtailadmin_explore"])
def test_the_number_of_queries_does_not_grow_with_the_products(chief, product_index, address):
    url = reverse(address, args=[] if address == LIST else [product_index.pk])
    vendors = [make_vendor() for _number in range(3)]
    counts = []
    for size in (2, 12):
        while product_index.get_children().count() < size:
            page = make_product(product_index, image=make_image(), vendor=vendors[0])
            page.save_revision()
        chief.get(url)
        with CaptureQueriesContext(connection) as asked:
            chief.get(url)
        counts.append(len(asked.captured_queries))
    assert counts[0] == counts[1] <= 25


@pytest.mark.parametrize("ordering", ["ord", "-ord"])
def test_the_catalogue_page_is_never_listed_in_one_piece(chief, product_index, ordering):
    for _number in range(51):
        make_product(product_index)
    url = reverse("wagtailadmin_explore", args=[product_index.pk])
    response = chief.get(url, {"ordering": ordering})
    assert len(response.context["object_list"]) == 50
    assert f'/cms/pages/{product_index.pk}/?ordering=ord"' not in response.content.decode()


def test_the_board_counts_and_leads_to_the_same_products(chief, pair):
    response = chief.get(reverse("wagtailadmin_home"))
    board = next(panel for panel in response.context["panels"] if panel.name == "product_board")
    context = board.get_context_data({})
    assert context["total"]["count"] == 2
    for item in [
        *context["to_do"],
        *(cell for row in context["languages"] for cell in row["states"]),
    ]:
        assert len(chief.get(item["url"]).context["object_list"]) == item["count"]
    assert {item["count"] for item in context["to_do"]} == {0, 1}


def test_the_board_asks_one_query(pair, django_assert_num_queries):
    with django_assert_num_queries(1):
        ProductBoard().get_context_data({})
    assert ProductPage.objects.count() == 2
