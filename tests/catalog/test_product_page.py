"""What visitors read on a product's page, in both languages."""

import datetime
import json
import re

import pytest
from wagtail.models import PageViewRestriction

from catalog.models import (
    CertificationMark,
    ExhibitPlace,
    Hall,
    ProductCertificate,
    ProductPage,
    RelatedProduct,
)
from tests.factories import make_image, make_product, make_vendor


def json_ld(response):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.text)
    return {item["@type"]: item for item in json.loads(found[1])["@graph"]}


@pytest.mark.parametrize(
    ("address", "title", "other"),
    [
        ("/ko/products/g1/", "유니트리 G1", "/zh-hans/products/g1/"),
        ("/zh-hans/products/g1/", "宇树G1", "/ko/products/g1/"),
    ],
)
def test_a_product_speaks_each_language_and_links_to_the_other(
    client, product_index, address, title, other
):
    make_product(product_index, slug="g1", title_ko="유니트리 G1", title_zh="宇树G1")
    page = client.get(address).text
    assert f"<h1>{title}</h1>" in page
    assert f'href="{other}" lang=' in page


def test_numbers_units_and_money_are_written_for_the_reader(client, product_index):
    make_product(
        product_index,
        slug="g1",
        specs={"height": 1320},
        price_currency="CNY",
        price_minimum=99000,
        price_basis="from_price",
        price_as_of_on=datetime.date(2024, 5, 1),
    )
    korean = client.get("/ko/products/g1/").text
    chinese = client.get("/zh-hans/products/g1/").text
    assert "<td>1,320 mm</td>" in korean
    assert "¥99,000부터" in korean
    assert "2024년 5월 기준" in korean
    assert "¥99,000起" in chinese
    assert "截至2024年5月" in chinese


def test_a_product_without_a_price_says_so(client, product_index):
    make_product(product_index, slug="g1")
    assert "가격 문의" in client.get("/ko/products/g1/").text
    assert "价格面议" in client.get("/zh-hans/products/g1/").text


def test_missing_words_fall_back_to_the_other_language_and_are_labelled(client, product_index):
    make_product(product_index, slug="g1", summary_zh="", summary_ko="한국어 설명입니다.")
    page = client.get("/zh-hans/products/g1/").text
    assert '<span lang="ko">' in page
    assert "该内容暂无中文版" in page
    assert '<meta name="description" content="在人身边工作的机器人">' in page


def test_a_name_in_one_language_alone_titles_both_pages(client, product_index):
    make_product(product_index, slug="g1", title_ko="", title_en="", title_zh="宇树G1")
    page = client.get("/ko/products/g1/").text
    assert '<title lang="zh-Hans">宇树G1</title>' in page
    assert '<h1><span lang="zh-Hans">' in page


@pytest.mark.parametrize("why", ["draft", "hidden company", "private"])
def test_what_is_not_public_answers_404_everywhere(client, product_index, why):
    vendor = make_vendor(slug="secret", live=why != "hidden company")
    page = make_product(product_index, slug="g1", live=why != "draft", vendor=vendor)
    if why == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    for address in ("/ko/products/g1/", "/zh-hans/products/g1/", "/ko/products/g1/qr.svg"):
        assert client.get(address).status_code == 404, address
    for address in ("/ko/", "/ko/products/", "/ko/products/?q=제품", "/sitemap.xml"):
        assert "products/g1" not in client.get(address).text, address
    assert client.get("/ko/products/suggest/?q=제품").json()["results"] == []


def test_private_products_are_not_counted_either(client, product_index):
    make_product(product_index, slug="open")
    hidden = make_product(product_index, slug="hidden")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert "제품 1개" in client.get("/ko/products/").text


def test_a_restriction_on_the_catalogue_hides_every_product(client, product_index):
    make_product(product_index, slug="g1")
    PageViewRestriction.objects.create(page=product_index, restriction_type="login")
    assert ProductPage.objects.published().count() == 0
    assert client.get("/ko/products/g1/").status_code == 404


def test_only_places_of_today_are_shown(client, product_index):
    hall = Hall.objects.create(key="main", name_ko="본관", name_zh="主馆")
    past, future = datetime.date(2020, 1, 1), datetime.date(2999, 1, 1)
    places = [
        ExhibitPlace(hall=hall, stand="A-01"),
        ExhibitPlace(hall=hall, stand="B-02", ends_on=past),
        ExhibitPlace(hall=hall, stand="C-03", starts_on=future),
    ]
    make_product(product_index, slug="g1", places=places)
    page = client.get("/ko/products/g1/").text
    assert "<b>A-01</b>" in page
    assert "B-02" not in page
    assert "C-03" not in page


def test_an_expired_certificate_is_never_shown(client, product_index):
    page = make_product(product_index, slug="g1")
    for key, expires in (("KC", datetime.date(2999, 1, 1)), ("CE", datetime.date(2020, 1, 1))):
        mark = CertificationMark.objects.get(key=key)
        ProductCertificate.objects.create(product=page, mark=mark, expires_on=expires)
    answer = client.get("/ko/products/g1/").text
    assert "KC 인증" in answer
    assert "CE 인증" not in answer


def test_related_products_start_with_those_chosen_by_hand(product_index):
    chosen = make_product(product_index, family="cobot")
    make_product(product_index, family="lidar")
    kin = make_product(product_index, family="humanoid_robot")
    page = make_product(product_index, family="humanoid_robot")
    RelatedProduct.objects.create(product=page, related=chosen)
    found = [product.pk for product in ProductPage.objects.get(pk=page.pk).related_products]
    assert found == [chosen.pk, kin.pk]


def test_engines_read_product_breadcrumbs_and_offer(client, product_index):
    make_product(
        product_index,
        slug="g1",
        title_ko="유니트리 G1",
        price_currency="CNY",
        price_minimum=99000,
        image=make_image(),
    )
    found = json_ld(client.get("/ko/products/g1/"))
    assert found["Product"]["name"] == "유니트리 G1"
    assert found["Product"]["offers"]["price"] == "99000.00"
    assert found["Product"]["offers"]["availability"] == "https://schema.org/InStock"
    assert found["Product"]["image"][0].startswith("http://testserver/media/images/")
    assert [step["item"] for step in found["BreadcrumbList"]["itemListElement"]] == [
        "http://testserver/ko/",
        "http://testserver/ko/products/",
        "http://testserver/ko/products/g1/",
    ]


def test_link_previews_get_words_and_an_absolute_picture(client, product_index):
    make_product(product_index, slug="g1", title_ko="유니트리 G1", image=make_image())
    page = client.get("/ko/products/g1/").text
    assert '<meta property="og:title" content="유니트리 G1">' in page
    assert '<meta property="og:locale" content="ko_KR">' in page
    assert '<meta property="og:image" content="http://testserver/media/images/' in page


def test_a_text_cannot_end_the_json_ld(client, product_index):
    make_product(product_index, slug="g1", summary_ko="</script><script>alert(1)</script>")
    answer = client.get("/ko/products/g1/")
    assert "<script>alert(1)" not in answer.text
    assert json_ld(answer)["Product"]["description"] == "</script><script>alert(1)</script>"


def test_each_page_names_itself_and_its_twin(client, product_index):
    make_product(product_index, slug="g1")
    page = client.get("/zh-hans/products/g1/").text
    start = "http://testserver"
    assert f'<link rel="canonical" href="{start}/zh-hans/products/g1/">' in page
    assert f'hreflang="ko" href="{start}/ko/products/g1/"' in page
    assert f'hreflang="zh-Hans" href="{start}/zh-hans/products/g1/"' in page
    assert f'hreflang="x-default" href="{start}/ko/products/g1/"' in page


def test_the_public_origin_replaces_the_hosts_name(client, product_index, settings):
    settings.PUBLIC_ORIGIN = "https://center.example"
    make_product(product_index, slug="g1")
    page = client.get("/ko/products/g1/").text
    assert '<link rel="canonical" href="https://center.example/ko/products/g1/">' in page
    assert "https://center.example/ko/products/g1/" in client.get("/sitemap.xml").text


def test_a_picture_whose_file_is_gone_leaves_a_motif(client, product_index):
    image = make_image()
    image.file.storage.delete(image.file.name)
    make_product(product_index, slug="g1", image=image)
    answer = client.get("/ko/products/g1/")
    assert answer.status_code == 200
    assert 'class="motif motif--robot"' in answer.text


def test_the_qr_code_is_an_svg_of_the_page(client, product_index):
    make_product(product_index, slug="g1")
    answer = client.get("/ko/products/g1/qr.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")
