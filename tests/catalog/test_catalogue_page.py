"""Finding products by facets, words and order."""

import pytest
from django.utils.http import urlencode

from catalog.search.filters import read_selection
from tests.factories import make_product, make_vendor


def slugs(response):
    return [product.slug for product in response.context["products"]]


def counts(response, name):
    facet = next(item for item in response.context["facets"] if item.facet.name == name)
    return {option.key: option.count for option in facet.options}


@pytest.fixture
def shelf(product_index):
    """Three products: a Korean cobot, a Chinese humanoid, a Chinese language model."""
    korean, chinese = make_vendor(slug="hanbit"), make_vendor(slug="xingchen", country_code="CN")
    make_product(
        product_index,
        slug="arm",
        family="cobot",
        vendor=korean,
        title_ko="팔 하나",
        title_zh="单臂",
        price_currency="KRW",
        price_minimum=20_000_000,
        industries=["manufacturing"],
    )
    make_product(
        product_index,
        slug="walker",
        family="humanoid_robot",
        vendor=chinese,
        title_ko="가온 워커",
        title_zh="阿行者",
        aliases=["GW-1"],
        price_currency="CNY",
        price_minimum=99_000,
        industries=["research", "manufacturing"],
        availability="on_request",
    )
    make_product(
        product_index,
        slug="model",
        family="language_model",
        vendor=chinese,
        title_ko="말샘",
        title_zh="词泉",
        industries=["research"],
    )
    return product_index


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"field": "robot"}, {"arm", "walker"}),
        ({"field": ["robot", "ai"]}, {"arm", "walker", "model"}),
        ({"family": "cobot"}, {"arm"}),
        ({"industry": "research"}, {"walker", "model"}),
        ({"industry": "research", "origin": "CN", "field": "robot"}, {"walker"}),
        ({"origin": "KR"}, {"arm"}),
        ({"availability": "on_request"}, {"walker"}),
        ({"vendor": "xingchen"}, {"walker", "model"}),
        ({"vendor": "xingchen", "family": "cobot"}, set()),
        ({"q": "워커"}, {"walker"}),
        ({"q": "阿行"}, {"walker"}),
        ({"q": "gw1"}, {"walker"}),
        ({"q": "ＧＷ－１"}, {"walker"}),
        ({"q": "가온워커"}, {"walker"}),
        ({"unknown": "x"}, {"arm", "walker", "model"}),
    ],
)
def test_the_address_narrows_the_catalogue(client, shelf, asked, expected):
    answer = client.get("/ko/products/?" + urlencode(asked, doseq=True))
    assert set(slugs(answer)) == expected
    assert answer.context["selection"].dropped == []


def test_a_facet_counts_what_choosing_each_term_would_leave(client, shelf):
    answer = client.get("/ko/products/?field=robot&industry=research")
    assert slugs(answer) == ["walker"]
    assert counts(answer, "field") == {"ai": 1, "robot": 1}
    assert counts(answer, "industry") == {"manufacturing": 2, "research": 1}
    assert counts(answer, "origin") == {"CN": 1}


@pytest.mark.parametrize(
    ("language", "sort", "expected"),
    [
        ("ko", "name", ["walker", "model", "arm"]),
        ("zh-hans", "name", ["walker", "model", "arm"]),
        ("ko", "price_low", ["walker", "arm", "model"]),
        ("ko", "price_high", ["arm", "walker", "model"]),
    ],
)
def test_order_follows_the_language_and_the_price(client, shelf, language, sort, expected):
    assert slugs(client.get(f"/{language}/products/?sort={sort}")) == expected


def test_a_whole_name_comes_before_a_name_that_begins_with_it(client, product_index):
    make_product(product_index, slug="long", title_ko="말샘 프로", is_featured=True)
    make_product(product_index, slug="tagline", tagline_ko="말샘을 쓰는 로봇", is_featured=True)
    make_product(product_index, slug="exact", title_ko="말샘")
    assert slugs(client.get("/ko/products/?q=말샘")) == ["exact", "long", "tagline"]


@pytest.mark.parametrize(
    ("asked", "dropped"),
    [
        ("field=nope", [("field", "nope")]),
        ("vendor=nobody&origin=JP", [("origin", "JP"), ("vendor", "nobody")]),
        ("sort=sideways", [("sort", "sideways")]),
        ("page=abc", [("page", "abc")]),
        ("page=-1", [("page", "-1")]),
        ("page=0", [("page", "0")]),
        ("page=٣", [("page", "٣")]),
        ("q=---", [("q", "---")]),
        ("field=%00", [("field", "�")]),
    ],
)
def test_a_value_that_means_nothing_is_dropped_and_named(client, shelf, asked, dropped):
    answer = client.get(f"/ko/products/?{asked}")
    assert answer.status_code == 200
    found = [(drop.name, drop.value) for drop in answer.context["selection"].dropped]
    assert found == dropped
    assert len(slugs(answer)) == 3
    assert "주소에 알 수 없는 조건이 있어서 뺐어요" in answer.text


def test_a_page_past_the_end_is_the_last_one(client, shelf):
    answer = client.get("/ko/products/?page=999")
    assert len(slugs(answer)) == 3


def test_chips_lead_back_step_by_step(client, shelf):
    answer = client.get("/ko/products/?field=robot&origin=CN&sort=name")
    chips = {
        str(getattr(term, "label", term)): parameters
        for term, parameters in answer.context["selection"].chips
    }
    assert chips == {"로봇": "origin=CN&sort=name", "중국": "field=robot&sort=name"}


def test_nothing_found_offers_a_way_on(client, shelf):
    page = client.get("/zh-hans/products/?q=不存在的产品").text
    assert "没有符合条件的产品" in page
    assert "查看全部产品" in page


def test_a_narrowed_list_is_not_for_engines_a_second_page_is(client, product_index):
    for _ in range(25):
        make_product(product_index)
    narrowed = client.get("/ko/products/?field=robot").text
    second = client.get("/ko/products/?page=2").text
    assert '<meta name="robots" content="noindex, follow">' in narrowed
    assert 'rel="canonical" href="http://testserver/ko/products/?page=2"' in second
    assert "noindex" not in second


def test_suggestions_are_ranked_and_limited(client, shelf):
    make_product(shelf, slug="gaon", title_ko="가온")
    found = client.get("/ko/products/suggest/?q=가온&limit=1").json()
    assert found["query"] == "가온"
    assert [item["slug"] for item in found["results"]] == ["gaon"]
    assert set(found["results"][0]) == {"slug", "title", "vendor", "url", "image"}
    assert client.get("/ko/products/suggest/?q=").json()["results"] == []


def test_a_selection_survives_being_written_and_read_again(shelf, rf):
    address = rf.get("/?q=워커&field=robot&field=ai&origin=CN&sort=name")
    first = read_selection(address.GET)
    again = read_selection(rf.get("/?" + first.parameters()).GET)
    assert again == first


def test_companies_are_listed_and_narrowed_by_country_and_name(client, product_index):
    make_vendor(slug="hanbit", name_ko="한빛로봇", country_code="KR")
    make_vendor(slug="xing", name_zh="星辰科技", country_code="CN")
    make_vendor(slug="hidden", live=False)

    def listed(address):
        return [vendor.slug for vendor in client.get(address).context["vendors"]]

    assert set(listed("/ko/vendors/")) == {"hanbit", "xing"}
    assert listed("/ko/vendors/?origin=CN") == ["xing"]
    assert listed("/zh-hans/vendors/?q=星辰") == ["xing"]
    assert client.get("/ko/vendors/hidden/").status_code == 404


def test_a_company_shows_its_published_products_only(client, product_index):
    vendor = make_vendor(slug="hanbit", name_ko="한빛로봇")
    make_product(product_index, slug="seen", vendor=vendor)
    make_product(product_index, slug="draft", vendor=vendor, live=False)
    answer = client.get("/ko/vendors/hanbit/")
    assert slugs(answer) == ["seen"]
    assert "<h1>한빛로봇</h1>" in answer.text
