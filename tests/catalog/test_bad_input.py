"""Whatever an address says, the site answers: the page without the bad part, or a right 4xx."""

import re

import pytest

from catalog.models import ProductPage, Vendor
from center_site.models import CenterImage
from tests.factories import make_image, make_product, make_vendor

PARAMETERS = (
    "q",
    "field",
    "family",
    "application",
    "industry",
    "origin",
    "availability",
    "vendor",
    "sort",
    "page",
    "limit",
)
LISTS = (
    "/ko/products/",
    "/zh-hans/products/",
    "/ko/vendors/",
    "/ko/vendors/hanbit/",
    "/ko/products/suggest/",
    "/ko/",
    "/ko/products/h1/",
)
VALUES = {
    "nothing": "",
    "a space": "%20",
    "unknown": "nonsense",
    "zero": "0",
    "negative": "-1",
    "a fraction": "1.5",
    "past every page": "999999",
    "past every integer": "9" * 400,
    "full-width digits": "%EF%BC%93",
    "infinity": "inf",
    "ten kilobytes": "a" * 10_000,
    "ten kilobytes of Hangul": "%EA%B0%80" * 3_400,
    "broken UTF-8": "%ff",
    "half a character": "%EA%B0",
    "a NUL": "%00",
    "a NUL within": "ro%00bot",
    "control characters": "%01%1b%5B31m%7f",
    "a lone surrogate": "%ED%A0%80",
    "a line break": "a%0d%0aSet-Cookie:%20x=1",
    "an operator": "%22%20OR%201=1--",
    "a wildcard": "%25_%5C*",
    "a regular expression": "(%3F%3C%5B",
    "a script": "%3Cscript%3Ealert(1)%3C/script%3E",
    "JSON": "%7B%22a%22:%5B1%5D%7D",
    "a list": "a&{name}=b&{name}=",
    "a hundred values": "&".join(f"x{number}&{{name}}=y" for number in range(100)),
    "an emoji": "%F0%9F%A4%96",
    "right to left": "%D8%B1%D9%88%D8%A8%D9%88%D8%AA",
    "jamo": "%E3%85%87%E3%84%B4",
    "only punctuation": "-._%C2%B7",
}


@pytest.fixture
def shelf(product_index):
    vendor = make_vendor(slug="hanbit")
    return make_product(product_index, slug="h1", vendor=vendor, title_ko="한빛 H1")


@pytest.mark.parametrize("address", LISTS)
def test_no_value_in_any_parameter_breaks_a_page(client, shelf, address):
    answers = {}
    for case, value in VALUES.items():
        query = "&".join(f"{name}={value.format(name=name)}" for name in PARAMETERS)
        response = client.get(f"{address}?{query}")
        answers[case] = response.status_code
        assert "Set-Cookie" not in response.headers
        if response["Content-Type"].startswith("text/html"):
            assert b"<script>alert" not in response.content
    assert {case: code for case, code in answers.items() if code not in (200, 400)} == {}
    assert {case for case, code in answers.items() if code == 400} <= {"a NUL", "a NUL within"}


@pytest.mark.parametrize("name", PARAMETERS)
def test_each_parameter_alone_bears_the_worst(client, shelf, name):
    for value in ("%00", "%ff", "9" * 400, "a" * 10_000):
        assert client.get(f"/ko/products/?{name}={value}").status_code in (200, 400)


@pytest.mark.parametrize("name", ["field", "family", "availability", "vendor", "origin", "page"])
def test_bad_filter_is_dropped_and_named(client, shelf, name):
    page = client.get(f"/ko/products/?{name}=nonsense")
    assert page.status_code == 200
    text = re.sub(r"<[^>]+>", "", page.content.decode())
    assert "nonsense" in text
    assert "한빛 H1" in text


def test_bad_filter_of_ten_kilobytes_is_named_shortly(client, shelf):
    page = client.get(f"/ko/products/?field={'a' * 10_000}").content.decode()
    text = re.sub(r"<[^>]+>", "", page)
    assert "a" * 30 in text
    assert "a" * 100 not in text


def test_unknown_parameters_are_ignored(client, shelf):
    assert client.get("/ko/products/?utm_source=x&colour=red&q[]=1&__proto__=1").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/ko/products/unknown/",
        "/ko/products/H1/",
        "/ko/products/h1/extra/",
        "/ko/products/%ED%95%9C%EB%B9%9B/",
        "/ko/products/%ff/",
        "/ko/products/..%2f..%2fetc/",
        "/ko/products/a%0d%0ab/",
        f"/ko/products/{'a' * 5000}/",
        "/ko/vendors/unknown/",
        "/ko/vendors/%ff/",
        "/en/products/",
        "/ja/",
        "/zh-hant/products/",
        "/ko/products/unknown/qr.svg",
        "/kiosk/unknown/",
        "/%ff",
        "/.env",
        "/wp-admin/",
    ],
)
def test_unknown_address_is_404(client, shelf, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/%00", "/ko/products/%00/", "/ko/products/h1%00/", "/ko/%00"])
def test_nul_in_an_address_is_refused(client, shelf, address):
    assert client.get(address).status_code in (400, 404)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "*",
        "xx",
        "zh",
        "zh-TW;q=0.1, ko;q=nonsense",
        "ko" * 5000,
        "\xff\xfe",
        ";;;q=",
        "zh-hans" * 3,
    ],
)
def test_any_wish_for_a_language_leads_to_one_of_the_two(client, shelf, header):
    response = client.get("/", headers={"accept-language": header})
    assert response.status_code == 302
    assert response["Location"] in ("/ko/", "/zh-hans/")


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_product_whose_picture_file_is_gone_still_shows(client, product_index, language):
    image = make_image()
    make_product(product_index, slug="h1", image=image, gallery=[image, make_image()])
    image.file.storage.delete(image.file.name)
    for address in (f"/{language}/products/h1/", f"/{language}/products/", f"/{language}/"):
        assert client.get(address).status_code == 200
    assert client.get(f"/{language}/products/suggest/?q=제품").status_code == 200


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_product_and_company_without_texts_still_show(client, product_index, language):
    vendor = make_vendor(
        slug="bare", name_ko="", name_zh="", name_en="Bare", summary_ko="", summary_zh=""
    )
    make_product(
        product_index,
        slug="h1",
        vendor=vendor,
        title="Bare One",
        image=None,
        availability=None,
        **dict.fromkeys(["title_ko", "title_zh", "title_en", "tagline_ko", "tagline_zh"], ""),
        summary_ko="",
        summary_zh="",
    )
    shown = client.get(f"/{language}/products/h1/")
    assert shown.status_code == 200
    assert "Bare One" in shown.content.decode()
    for address in ("products/", "vendors/bare/", "vendors/", ""):
        assert client.get(f"/{language}/{address}").status_code == 200


@pytest.mark.parametrize(("language", "missing"), [("ko", "name_ko"), ("zh-hans", "name_zh")])
def test_company_without_a_name_in_the_readers_language_shows_the_other(
    client, product_index, language, missing
):
    vendor = make_vendor(slug="half", **{missing: ""})
    make_product(product_index, slug="h1", vendor=vendor)
    for address in ("products/h1/", "vendors/half/", "vendors/"):
        response = client.get(f"/{language}/{address}")
        assert response.status_code == 200
        assert vendor.name_zh in response.content.decode() or missing == "name_zh"
        assert vendor.name_ko in response.content.decode() or missing == "name_ko"


def test_picture_that_is_no_picture_still_leaves_the_page(client, shelf):
    image = make_image()
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(b"not a picture at all")
    ProductPage.objects.filter(pk=shelf.pk).update(image=image)
    assert client.get("/ko/products/h1/").status_code == 200
    assert CenterImage.objects.filter(pk=image.pk).exists()


def test_empty_centre_answers_every_address(client, product_index):
    assert not Vendor.objects.exists()
    for address in ("/ko/", "/ko/products/", "/zh-hans/vendors/", "/sitemap.xml"):
        assert client.get(address).status_code == 200
