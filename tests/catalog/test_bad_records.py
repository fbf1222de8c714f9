"""What a catalogue file may hold by mistake or by malice. One record, one refusal."""

import pytest

from catalog.models import ProductPage, ProductSpec, Vendor
from center_site.models import CenterImage
from tests.catalog.records import price, product_record, spec, vendor_record

LONE_SURROGATE = "\ud800"
TEN_KILOBYTES = "가" * 10_000

VENDORS = {
    "no slug": ({"slug": None}, "slug"),
    "slug a number": ({"slug": 7}, "slug"),
    "slug a list": ({"slug": ["a"]}, "slug"),
    "slug in capitals": ({"slug": "Hanbit"}, "slug"),
    "slug in Hangul": ({"slug": "한빛"}, "slug"),
    "slug with full-width letters": ({"slug": "ｈａｎ"}, "slug"),
    "slug empty": ({"slug": ""}, "slug"),
    "slug with a slash": ({"slug": "../etc"}, "slug"),
    "slug with NUL": ({"slug": "han\x00bit"}, "slug"),
    "slug with a surrogate": ({"slug": f"han{LONE_SURROGATE}"}, "slug"),
    "slug too long": ({"slug": "a" * 101}, "slug"),
    "country unknown": ({"country": "JP"}, "country"),
    "country missing": ({"country": None}, "country"),
    "country a list": ({"country": ["KR"]}, "country"),
    "name a text": ({"name": "한빛"}, "name"),
    "name missing": ({"name": None}, "name"),
    "name empty in every language": ({"name": {"ko": "", "zh": " ", "en": None}}, "name"),
    "name a number": ({"name": {"ko": 7}}, "name.ko"),
    "name too long": ({"name": {"ko": TEN_KILOBYTES}}, "name.ko"),
    "name with a surrogate": ({"name": {"ko": f"한{LONE_SURROGATE}"}}, "name.ko"),
    "city a text": ({"city": "Seoul"}, "city"),
    "summary with control characters": ({"summary": {"zh": "研发\x1b[31m"}}, "summary.zh"),
    "founded in year 0": ({"founded": 0}, "founded"),
    "founded in the future": ({"founded": 3000}, "founded"),
    "founded as a text": ({"founded": "2018"}, "founded"),
    "founded true": ({"founded": True}, "founded"),
    "founded with a fraction": ({"founded": 2018.5}, "founded"),
    "founded beyond integers": ({"founded": 10**400}, "founded"),
    "website a script": ({"website": "javascript:alert(1)"}, "website"),
    "website data": ({"website": "data:text/html,hello"}, "website"),
    "website not an address": ({"website": "hanbit"}, "website"),
    "website an object": ({"website": {"url": "https://hanbit.example"}}, "website"),
}

PRODUCTS = {
    "no slug": ({"slug": None}, "slug"),
    "slug in capitals": ({"slug": "Hanbit-H1"}, "slug"),
    "slug in Han characters": ({"slug": "韩光"}, "slug"),
    "slug an address of the site": ({"slug": "suggest"}, "slug"),
    "slug with two hyphens": ({"slug": "hanbit--h1"}, "slug"),
    "company unknown": ({"vendor": "nobody"}, "vendor"),
    "company missing": ({"vendor": None}, "vendor"),
    "company a list": ({"vendor": ["hanbit-robotics"]}, "vendor"),
    "field unknown": ({"field": "space"}, "field"),
    "field missing": ({"field": None}, "field"),
    "family unknown": ({"family": "toaster"}, "family"),
    "family an object": ({"family": {"key": "cobot"}}, "family"),
    "name a list": ({"name": ["한빛"]}, "name"),
    "name empty": ({"name": {}}, "name"),
    "name too long": ({"name": {"en": "H" * 201}}, "name.en"),
    "tagline too long": ({"tagline": {"ko": "가" * 161}}, "tagline.ko"),
    "tagline a list": ({"tagline": {"ko": []}}, "tagline.ko"),
    "summary of ten kilobytes": ({"summary": {"zh": TEN_KILOBYTES}}, "summary.zh"),
    "summary with NUL": ({"summary": {"ko": "물건\x00"}}, "summary.ko"),
    "highlights a text": ({"highlights": "튼튼합니다"}, "highlights"),
    "highlights a list": ({"highlights": ["튼튼합니다"]}, "highlights"),
    "highlights of one language a text": ({"highlights": {"ko": "튼튼"}}, "highlights.ko"),
    "highlight a number": ({"highlights": {"zh": ["结实", 7]}}, "highlights.zh[1]"),
    "applications a text": ({"applications": "physical"}, "applications"),
    "application unknown": ({"applications": ["physical", "magic"]}, "applications[1]"),
    "application a list": ({"applications": [["physical"]]}, "applications[0]"),
    "industry null": ({"industries": [None]}, "industries[0]"),
    "specs an object": ({"specs": {"height": 1320}}, "specs"),
    "spec a text": ({"specs": ["height"]}, "specs[0]"),
    "spec nested in a list": ({"specs": [[spec("height", 1)]]}, "specs[0]"),
    "spec key unknown": ({"specs": [spec("beauty", 1)]}, "specs[0].key"),
    "spec key twice": ({"specs": [spec("dof", 1), spec("dof", 2)]}, "specs[1].key"),
    "spec without a value": ({"specs": [spec("height", None)]}, "specs[0].value"),
    "spec value blank": ({"specs": [spec("license", "  ")]}, "specs[0].value"),
    "spec value words": ({"specs": [spec("height", "tall")]}, "specs[0].value"),
    "spec value true": ({"specs": [spec("height", True)]}, "specs[0].value"),
    "spec value a list": ({"specs": [spec("height", [1, 2])]}, "specs[0].value"),
    "spec value NaN": ({"specs": [spec("height", float("nan"))]}, "specs[0].value"),
    "spec value infinite": ({"specs": [spec("height", 1e400)]}, "specs[0].value"),
    "spec value too large": ({"specs": [spec("height", 10**15)]}, "specs[0].value"),
    "spec value far too large": ({"specs": [spec("height", 1e300)]}, "specs[0].value"),
    "spec value too large after conversion": (
        {"specs": [spec("height", 9 * 10**13, "m")]},
        "specs[0].value",
    ),
    "spec range upside down": ({"specs": [spec("dof", "43-23")]}, "specs[0].value"),
    "spec range without ends": (
        {"specs": [spec("dof", {"min": None, "max": None})]},
        "specs[0].value",
    ),
    "spec value an empty object": ({"specs": [spec("dof", {})]}, "specs[0].value"),
    "spec value a continental decimal": ({"specs": [spec("height", "1320,5")]}, "specs[0].value"),
    "spec half of a whole number": ({"specs": [spec("joint_count", 2.5)]}, "specs[0].value"),
    "spec unit unknown": ({"specs": [spec("height", 3, "parsec")]}, "specs[0].unit"),
    "spec unit of another kind": ({"specs": [spec("height", 3, "kg")]}, "specs[0].unit"),
    "spec unit a list": ({"specs": [spec("height", 3, ["mm"])]}, "specs[0].unit"),
    "spec choice unknown": ({"specs": [spec("sae_level", "6")]}, "specs[0].value"),
    "spec text a number": ({"specs": [spec("license", 7)]}, "specs[0].value"),
    "spec text too long": ({"specs": [spec("license", "x" * 201)]}, "specs[0].value"),
    "spec source a number": (
        {"specs": [{**spec("height", 3), "source": 1}]},
        "specs[0].source",
    ),
    "price a number": ({"price": 99000}, "price"),
    "price a text": ({"price": "99000"}, "price"),
    "price of nothing": ({"price": price(amount=0)}, "price.amount"),
    "price negative": ({"price": price(amount=-1)}, "price.amount"),
    "price NaN": ({"price": price(amount=float("nan"))}, "price.amount"),
    "price infinite": ({"price": price(amount=1e400)}, "price.amount"),
    "price as a text": ({"price": price(amount="99000")}, "price.amount"),
    "price true": ({"price": price(amount=True)}, "price.amount"),
    "price with a third decimal": ({"price": price(amount=0.005)}, "price.amount"),
    "price too large": ({"price": price(amount=10**12)}, "price.amount"),
    "price far too large": ({"price": price(amount=1e30)}, "price.amount"),
    "price range upside down": ({"price": price(amount_max=1)}, "price.amount_max"),
    "price maximum a list": ({"price": price(amount_max=[1])}, "price.amount_max"),
    "currency unknown": ({"price": price(currency="DOGE")}, "price.currency"),
    "currency missing": ({"price": price(currency=None)}, "price.currency"),
    "currency a list": ({"price": price(currency=["CNY"])}, "price.currency"),
    "price basis unknown": ({"price": price(basis="a steal")}, "price.basis"),
    "price basis a number": ({"price": price(basis=0)}, "price.basis"),
    "price of month 13": ({"price": price(asof="2024-13")}, "price.asof"),
    "price of 30 February": ({"price": price(asof="2024-02-30")}, "price.asof"),
    "price date a number": ({"price": price(asof=2024)}, "price.asof"),
    "availability unknown": ({"availability": "maybe"}, "availability"),
    "availability 0": ({"availability": 0}, "availability"),
    "availability an empty list": ({"availability": []}, "availability"),
    "year 0": ({"year": 0}, "year"),
    "year 3000": ({"year": 3000}, "year"),
    "year a text": ({"year": "2024"}, "year"),
    "aliases a text": ({"aliases": "H-One"}, "aliases"),
    "alias a number": ({"aliases": ["H-One", 1]}, "aliases[1]"),
    "alias with a surrogate": ({"aliases": [LONE_SURROGATE]}, "aliases[0]"),
    "source an object": ({"source": {}}, "source"),
    "confidence unknown": ({"confidence": "certain"}, "confidence"),
}


def test_bad_companies_are_named_and_leave_nothing(load, stored):
    refused = {}
    for case, (changes, _field) in VENDORS.items():
        outcome = load([vendor_record(**changes)])
        refused[case] = ([problem[2] for problem in outcome.problems], dict(outcome.counts))
    assert refused == {
        case: ([field], {("vendor", "refused"): 1}) for case, (_changes, field) in VENDORS.items()
    }
    assert stored() == (set(), set())


def test_bad_products_are_named_and_leave_nothing(load, stored):
    load([vendor_record()])
    refused = {}
    for case, (changes, _field) in PRODUCTS.items():
        outcome = load([], [product_record(**changes)])
        refused[case] = ([problem[2] for problem in outcome.problems], dict(outcome.counts))
    assert refused == {
        case: ([field], {("product", "refused"): 1}) for case, (_changes, field) in PRODUCTS.items()
    }
    assert stored() == ({"hanbit-robotics"}, set())
    assert not ProductSpec.objects.exists()
    assert not CenterImage.objects.exists()


def test_record_nested_too_deeply_is_refused(load):
    deep = []
    for _level in range(100_000):
        deep = [deep]
    outcome = load([vendor_record(extra=deep), vendor_record(slug="good-one")])
    assert [problem[2] for problem in outcome.problems] == ["–"]
    assert outcome.counts["vendor", "added"] == 1


def test_refusal_names_slug_and_reason_fit_for_a_terminal(load):
    outcome = load([vendor_record(slug="bad-one", country="\x1b[31m" + TEN_KILOBYTES)])
    [(kind, slug, field, reason)] = outcome.problems
    assert (kind, slug, field) == ("vendor", "bad-one", "country")
    assert reason.isprintable()
    assert len(reason) < 120


@pytest.mark.parametrize("record", [None, 7, "text", [], [vendor_record()], True])
def test_record_that_is_no_object_is_refused(record, load):
    outcome = load([record], [record])
    assert [(kind, slug, at) for kind, slug, at, reason in outcome.problems] == [
        ("vendor", "–", "–"),
        ("product", "–", "–"),
    ]


def test_second_record_of_a_slug_is_refused_and_the_first_stays(load):
    first, second = vendor_record(), vendor_record(country="CN")
    outcome = load([first, second], [product_record(), product_record(year=1999)])
    assert [(kind, slug, at) for kind, slug, at, reason in outcome.problems] == [
        ("vendor", "hanbit-robotics", "slug"),
        ("product", "hanbit-h1", "slug"),
    ]
    assert Vendor.objects.get().country_code == "KR"
    assert ProductPage.objects.get().released_on.year == 2024


def test_product_of_a_refused_company_is_refused(load):
    outcome = load([vendor_record(country="JP")], [product_record()])
    assert [(kind, at) for kind, slug, at, reason in outcome.problems] == [
        ("vendor", "country"),
        ("product", "vendor"),
    ]


def test_good_products_before_and_after_a_bad_one_are_loaded(load, stored):
    outcome = load(
        [vendor_record()],
        [
            product_record(slug="bad-first", year=0),
            product_record(slug="good-one"),
            product_record(slug="bad-second", price=price(amount=-1)),
            product_record(slug="good-two"),
        ],
    )
    assert outcome.counts["product", "refused"] == 2
    assert stored() == ({"hanbit-robotics"}, {"good-one", "good-two"})


def test_bad_change_of_a_loaded_product_changes_nothing(load):
    load([vendor_record()], [product_record()])
    before = ProductPage.objects.values().get()
    outcome = load([vendor_record()], [product_record(year=2030, price=price(amount=-5))])
    assert outcome.counts["product", "refused"] == 1
    assert ProductPage.objects.values().get() == before
    assert ProductPage.objects.get().specs.count() == 2
