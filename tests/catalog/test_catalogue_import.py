"""From records to published companies and products, and what a second run leaves alone."""

import datetime
from decimal import Decimal

import pytest
from wagtail.models import ReferenceIndex

from catalog.models import Family, ProductHighlight, ProductPage, SearchDocument, Vendor
from catalog.models.products import LanguageState
from catalog.translation import language_state
from center_site.languages import CHINESE, KOREAN
from center_site.models import CenterImage
from tests.catalog.records import price, product_record, vendor_record
from tests.factories import make_image, make_product, make_vendor


@pytest.fixture
def loaded(load, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        load([vendor_record()], [product_record()])
    return ProductPage.objects.get()


def test_complete_product_is_stored_whole(loaded):
    assert (loaded.slug, loaded.unique_slug, loaded.source_key) == ("hanbit-h1",) * 3
    assert (loaded.title, loaded.title_ko, loaded.title_zh) == ("Hanbit H1", "한빛 H1", "韩光H1")
    assert (loaded.field.key, loaded.family.key) == ("robot", "humanoid_robot")
    assert loaded.availability.key == "on_sale"
    assert {term.key for term in loaded.industries.all()} == {"logistics", "manufacturing"}
    assert [row.text_zh for row in loaded.highlights.all()] == ["结实", "安静"]
    assert [alias.name for alias in loaded.other_names.all()] == ["H-One", "에이치원"]
    assert loaded.price_minimum == Decimal("99000.00")
    assert (loaded.price_currency, loaded.price_basis) == ("CNY", "from_price")
    assert loaded.price_order == Decimal(99000 * 190)
    assert loaded.price_as_of_on == datetime.date(2024, 5, 1)
    assert (loaded.released_on, loaded.release_precision) == (datetime.date(2024, 1, 1), "year")
    assert loaded.is_confirmed


def test_product_is_published_ready_searchable_and_in_the_reference_index(loaded):
    assert ProductPage.objects.published().get() == loaded
    assert loaded.latest_revision == loaded.live_revision
    assert (loaded.state_ko, loaded.state_zh) == (LanguageState.READY, LanguageState.READY)
    assert SearchDocument.objects.get(product=loaded).names.splitlines() == [
        "hanbith1",
        "한빛h1",
        "韩光h1",
        "hone",
        "에이치원",
        "한빛로보틱스",
        "韩光机器人",
        "hanbitrobotics",
    ]
    assert ReferenceIndex.get_references_to(loaded.vendor).exists()
    assert ReferenceIndex.get_references_to(loaded.image).exists()


def test_product_has_illustrations_of_its_family_and_country(loaded):
    assert loaded.image.is_illustration
    assert loaded.image.source_key.startswith("illustration-humanoid_robot-robot-kr-whole@")
    assert len(loaded.pictures) == 2
    assert all(picture.alt_ko and picture.alt_zh for picture in loaded.pictures)


def test_company_is_stored_whole(loaded):
    vendor = Vendor.objects.get()
    assert (vendor.slug, vendor.country_code) == ("hanbit-robotics", "KR")
    assert (vendor.name_ko, vendor.city_zh, vendor.founded_year) == ("한빛로보틱스", "大田", 2018)
    assert vendor.website_url == "https://hanbit.example"
    assert vendor.live


def test_second_run_changes_nothing(loaded, load):
    before = (loaded.revisions.count(), CenterImage.objects.count(), loaded.latest_revision_id)
    outcome = load([vendor_record()], [product_record()])
    assert outcome.counts == {("vendor", "unchanged"): 1, ("product", "unchanged"): 1}
    again = ProductPage.objects.get()
    assert (
        again.revisions.count(),
        CenterImage.objects.count(),
        again.latest_revision_id,
    ) == before


def test_edit_survives_a_second_run(loaded, load):
    loaded.summary_ko = "편집자가 고친 설명입니다."
    loaded.save_revision().publish()
    load([vendor_record()], [product_record()])
    assert ProductPage.objects.get().summary_ko == "편집자가 고친 설명입니다."


def test_changed_record_updates_itself_and_no_other(load):
    others = [product_record(slug=f"other-{number}") for number in range(2)]
    load([vendor_record()], [product_record(), *others])
    outcome = load([vendor_record()], [product_record(year=2025), *others])
    assert outcome.counts["product", "updated"] == 1
    assert outcome.counts["product", "unchanged"] == 2
    years = dict(ProductPage.objects.values_list("slug", "released_on__year"))
    assert years == {"hanbit-h1": 2025, "other-0": 2024, "other-1": 2024}


def test_changed_record_replaces_its_rows(loaded, load):
    changed = product_record(specs=[], aliases=["H-Two"], highlights=None, price=None)
    load([vendor_record()], [changed])
    page = ProductPage.objects.get()
    assert page.specs.count() == 0
    assert [alias.name for alias in page.other_names.all()] == ["H-Two"]
    assert not ProductHighlight.objects.exists()
    assert (page.price_minimum, page.price_currency, page.price_order) == (None, "", None)


def test_changed_record_keeps_the_editors_picture(loaded, load):
    photograph = make_image()
    loaded.image = photograph
    loaded.save_revision().publish()
    load([vendor_record()], [product_record(year=2025)])
    assert ProductPage.objects.get().image == photograph


def test_product_taken_down_stays_down_when_its_record_changes(loaded, load):
    loaded.unpublish()
    outcome = load([vendor_record()], [product_record(year=2025)])
    assert outcome.counts["product", "updated"] == 1
    page = ProductPage.objects.get()
    assert not page.live
    assert page.released_on.year == 2025


def test_product_entered_by_hand_is_never_overwritten(load, product_index):
    make_product(product_index, slug="hanbit-h1", title_ko="손으로 쓴 제품")
    make_vendor(slug="hanbit-robotics", name_ko="손으로 쓴 회사")
    outcome = load([vendor_record()], [product_record()])
    assert [(kind, at) for kind, slug, at, reason in outcome.problems] == [
        ("vendor", "slug"),
        ("product", "slug"),
    ]
    assert ProductPage.objects.get(slug="hanbit-h1").title_ko == "손으로 쓴 제품"


def test_sparse_records_load(load):
    nothing = dict.fromkeys(
        ["tagline", "highlights", "applications", "industries", "specs", "price", "availability"]
    )
    bare = {"ko": "", "zh": ""}
    vendor = vendor_record(city=None, founded=None, website=None, summary=bare)
    product = product_record(**nothing, summary=bare, year=None, aliases=None, confidence="medium")
    outcome = load([vendor], [product])
    assert outcome.problems == []
    page = ProductPage.objects.published().get()
    assert (page.price, page.availability, page.release) == (None, None, "")
    assert (page.state_ko, page.state_zh) == (LanguageState.MISSING, LanguageState.MISSING)
    assert not page.is_confirmed


def test_records_with_only_what_is_needed_load(load):
    outcome = load(
        [{"slug": "tiny", "country": "CN", "name": {"zh": "小公司"}}],
        [{"slug": "t1", "vendor": "tiny", "field": "ai", "family": "dataset", "name": {"en": "T"}}],
    )
    assert outcome.problems == []
    page = ProductPage.objects.published().get()
    assert (str(page.heading), page.heading.lang, page.title) == ("T", "en", "T")
    assert page.origin_country == "CN"


def test_words_in_one_language_make_that_language_ready(load):
    load(
        [vendor_record()],
        [product_record(name={"ko": "한빛 H1"}, summary={"ko": "로봇입니다."}, tagline={})],
    )
    page = ProductPage.objects.get()
    assert (page.state_ko, page.state_zh) == (LanguageState.READY, LanguageState.MISSING)
    assert page.title == "한빛 H1"


def test_unknown_keys_are_ignored(load):
    outcome = load([vendor_record(stock="KOSDAQ")], [product_record(colour="red", rank=[1, {}])])
    assert outcome.problems == []


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "🤖 H1",
        "هانبيت",
        "H1 & Söhne",
        "%s {0} ${x}",
        "'; DROP TABLE--",
    ],
)
def test_odd_but_readable_names_are_kept_to_the_letter(load, name):
    outcome = load([vendor_record(name={"en": name})], [product_record(name={"ko": name})])
    assert outcome.problems == []
    assert ProductPage.objects.get().title_ko == name
    assert Vendor.objects.get().name_en == name


def test_names_as_long_as_columns_allow_are_kept(load):
    outcome = load(
        [vendor_record(name={"zh": "机" * 120})], [product_record(name={"zh": "器" * 200})]
    )
    assert outcome.problems == []
    assert len(ProductPage.objects.get().title_zh) == 200


def test_products_may_share_aliases_and_companies_may_list_nothing(load, stored):
    outcome = load(
        [vendor_record(), vendor_record(slug="quiet")],
        [product_record(), product_record(slug="hanbit-h2")],
    )
    assert outcome.problems == []
    assert stored() == ({"hanbit-robotics", "quiet"}, {"hanbit-h1", "hanbit-h2"})


def test_highlights_keep_their_pairs(load):
    load(
        [vendor_record()],
        [product_record(highlights={"ko": ["하나", "", "셋"], "zh": ["一", "二"]})],
    )
    pairs = [(row.text_ko, row.text_zh) for row in ProductPage.objects.get().highlights.all()]
    assert pairs == [("하나", "一"), ("", "二"), ("셋", "")]


@pytest.mark.parametrize(
    ("record", "columns"),
    [
        (price(amount_max=120000), ("99000.00", "120000.00", "list_price", "", None)),
        (price(basis="per_month"), ("99000.00", None, "list_price", "per_month", None)),
        (price(basis="vat_excluded"), ("99000.00", None, "list_price", "", False)),
        (price(basis="announced_price"), ("99000.00", None, "announced_price", "", None)),
        (price(basis=None, amount=0.5), ("0.50", None, "list_price", "", None)),
        ({"basis": "on_request"}, (None, None, "list_price", "", None)),
        ({}, (None, None, "list_price", "", None)),
    ],
)
def test_price_says_what_it_stands_for(load, record, columns):
    assert load([vendor_record()], [product_record(price=record)]).problems == []
    page = ProductPage.objects.get()
    lowest, highest, *rest = columns
    assert page.price_minimum == (lowest and Decimal(lowest))
    assert page.price_maximum == (highest and Decimal(highest))
    assert [page.price_basis, page.price_period, page.is_tax_included] == rest


def test_new_wording_in_the_file_leaves_both_languages_confirmed(loaded, load):
    load([vendor_record()], [product_record(summary={"ko": "새 설명", "zh": "新说明"})])
    page = ProductPage.objects.get()
    assert language_state(page, KOREAN) == LanguageState.READY
    assert language_state(page, CHINESE) == LanguageState.READY


def test_family_without_a_drawing_loads_without_a_picture(load):
    template = Family.objects.get(key="cobot")
    Family.objects.create(key="exotic", name_ko="새 로봇", name_zh="新机器人", field=template.field)
    outcome = load([vendor_record()], [product_record(family="exotic", specs=[])])
    assert outcome.problems == []
    assert ProductPage.objects.get().pictures == []
