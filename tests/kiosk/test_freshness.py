"""An edit shows at the screen's next load; without one, nothing is built again."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from catalog.models import Family, FamilySpec, ProductPage, SpecKey
from catalog.models.taxonomy import Availability
from kiosk import bundle
from kiosk.freshness import freshness
from kiosk.models import CatalogChange
from tests.factories import make_image, make_product, make_user


def shown_product(content, slug="thing"):
    return next((product for product in content["products"] if product["slug"] == slug), None)


@pytest.fixture
def thing(product_index):
    return make_product(product_index, slug="thing", title_ko="처음 이름", specs={"weight": 35})


def test_published_edit_shows(thing, shown):
    assert shown_product(shown())["title"]["ko"] == "처음 이름"
    thing.title_ko = "새 이름"
    thing.save_revision().publish()
    assert shown_product(shown())["title"]["ko"] == "새 이름"


def test_saved_edit_shows(thing, shown):
    shown()
    thing.title_ko = "새 이름"
    thing.save()
    assert shown_product(shown())["title"]["ko"] == "새 이름"


def test_unpublished_product_goes(thing, shown):
    assert shown_product(shown())
    thing.unpublish()
    assert shown_product(shown()) is None


def test_deleted_product_goes(thing, shown):
    assert shown_product(shown())
    thing.delete()
    assert shown_product(shown()) is None


def test_restricted_product_goes_and_comes_back(thing, shown):
    assert shown_product(shown())
    restriction = PageViewRestriction.objects.create(page=thing, restriction_type="login")
    assert shown_product(shown()) is None
    restriction.delete()
    assert shown_product(shown())


def test_new_product_comes(thing, product_index, shown):
    shown()
    make_product(product_index, slug="another")
    assert shown_product(shown(), "another")


def test_renamed_vendor_shows(thing, shown):
    shown()
    thing.vendor.name_zh = "新公司"
    thing.vendor.save()
    assert shown()["vendors"][thing.vendor.slug]["name"]["zh-hans"] == "新公司"


def test_vendor_that_is_hidden_takes_its_products_along(thing, shown):
    assert shown_product(shown())
    thing.vendor.live = False
    thing.vendor.save()
    assert shown_product(shown()) is None


def test_renamed_family_shows(thing, shown):
    shown()
    family = Family.objects.get(pk=thing.family_id)
    family.name_ko = "새 갈래"
    family.save()
    assert shown()["families"][family.key]["name"]["ko"] == "새 갈래"


def test_renamed_availability_shows(thing, shown):
    shown()
    state = Availability.objects.get(pk=thing.availability_id)
    state.name_zh = "热卖中"
    state.save()
    assert shown()["availability"][state.key]["name"]["zh-hans"] == "热卖中"


def test_changed_spec_shows(thing, shown):
    shown()
    spec = ProductPage.objects.get(pk=thing.pk).specs.get()
    spec.minimum = spec.maximum = 40
    spec.save()
    assert shown_product(shown())["specs"][0]["value"]["ko"].startswith("40")


def test_new_headline_of_a_family_shows(thing, shown):
    key = SpecKey.objects.get(key="weight")
    FamilySpec.objects.filter(family=thing.family, spec_key=key).delete()
    assert "is_headline" not in shown_product(shown())["specs"][0]
    FamilySpec.objects.create(family=thing.family, spec_key=key, is_headline=True)
    assert shown_product(shown())["specs"][0]["is_headline"] is True


def test_new_picture_and_its_description_show(thing, shown):
    shown()
    image = make_image(width=960, height=720)
    thing.image = image
    thing.save()
    assert len(shown()["pictures"]) == 1
    image.alt_ko = "다른 설명"
    image.save()
    (picture,) = shown()["pictures"].values()
    assert picture["alt"]["ko"] == "다른 설명"


def test_changed_screen_shows(thing, shown, kiosk):
    assert shown()["screen"]["idle_seconds"] == 90
    kiosk.idle_seconds = 60
    kiosk.save()
    assert shown()["screen"]["idle_seconds"] == 60


def test_another_day_is_looked_at_anew(thing, monkeypatch):
    today = freshness()
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    monkeypatch.setattr("kiosk.freshness.timezone.localdate", lambda: tomorrow)
    assert freshness() != today


def test_unrelated_record_is_no_change(thing):
    before = freshness()
    make_user()
    assert freshness() == before


def test_saving_a_draft_is_no_change(thing):
    before = freshness()
    thing.title_ko = "초안"
    thing.save_revision()
    assert freshness() == before


def test_each_process_counts_in_a_row_of_its_own(thing, monkeypatch):
    assert CatalogChange.objects.count() == 1
    monkeypatch.setattr("os.getpid", lambda: -1)
    thing.save()
    assert CatalogChange.objects.count() == 2


def test_nothing_is_built_twice_without_a_change(thing, shown, monkeypatch):
    first = shown()
    monkeypatch.setattr(bundle, "build_bundle", None)
    assert shown() == first


def test_others_get_the_bundle_before_while_one_builds(thing, client, kiosk, monkeypatch):
    def version():
        return client.get("/kiosk/demo/manifest.json").json()["version"]

    before = version()
    thing.title_ko = "새 이름"
    thing.save()
    met_meanwhile = []
    build = bundle.build_bundle

    def build_slowly(kiosk):
        met_meanwhile.append(version())
        return build(kiosk)

    monkeypatch.setattr(bundle, "build_bundle", build_slowly)
    assert version() != before
    assert met_meanwhile == [before]


def test_asking_again_costs_few_queries(thing, client, kiosk):
    client.get("/kiosk/demo/manifest.json")
    with CaptureQueriesContext(connection) as queries:
        client.get("/kiosk/demo/manifest.json")
    assert len(queries) == 3


def test_version_changes_only_with_what_is_shown(thing, client, kiosk):
    def version():
        return client.get("/kiosk/demo/manifest.json").json()["version"]

    first = version()
    thing.save()
    assert version() == first
    thing.title_zh = "新名称"
    thing.save()
    assert version() != first


def test_timer_catches_what_passes_by_the_signals(thing, shown, monkeypatch):
    assert bundle.TIMER_SECONDS <= 600
    monkeypatch.setattr(bundle, "TIMER_SECONDS", 0)
    shown()
    ProductPage.objects.filter(pk=thing.pk).update(title_ko="조용히 바뀐 이름")
    assert shown_product(shown())["title"]["ko"] == "조용히 바뀐 이름"
