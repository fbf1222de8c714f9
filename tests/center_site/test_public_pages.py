"""The ground floor's answers: language choice, health, errors, headers, media."""

import json

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import RequestFactory
from django.utils import translation

from center_site import views
from center_site.models import ContentPage
from tests.factories import make_image, make_product, make_user


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("ko", "ko"),
        ("zh-CN,zh;q=0.9", "zh-hans"),
        ("zh-TW", "zh-hans"),
        ("zh", "zh-hans"),
        ("en-US,en;q=0.9", "ko"),
        ("en, zh-hk;q=0.5", "zh-hans"),
        ("", "ko"),
        ("ko;q=zz, *;q=9e999, ,;;", "ko"),
    ],
)
def test_the_browser_chooses_the_first_language(client, home_page, asked, language):
    answer = client.get("/", headers={"accept-language": asked})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/{language}/"
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.parametrize(("language", "mark"), [("ko", "ko"), ("zh-hans", "zh-Hans")])
def test_home_renders_in_both_languages_with_its_sections(client, product_index, language, mark):
    make_product(product_index, slug="g1", is_featured=True)
    answer = client.get(f"/{language}/")
    assert f'<html lang="{mark}">' in answer.text
    names = [section["template"] for section in answer.context["sections"]]
    assert names == [
        "catalog/home/fields.html",
        "catalog/home/products.html",
        "catalog/home/products.html",
        "catalog/home/companies.html",
    ]
    assert f"/{language}/products/g1/" in answer.text


def test_a_planned_programme_is_said_to_be_planned(client, home_page):
    body = [
        {
            "type": "programmes",
            "value": {"programmes": [{"name_ko": "서밋", "name_zh": "峰会", "is_planned": True}]},
        }
    ]
    page = ContentPage(title="About", slug="about", title_ko="소개", body=json.dumps(body))
    home_page.add_child(instance=page)
    assert "추진 중" in client.get("/ko/about/").text
    assert "筹备中" in client.get("/zh-hans/about/").text


@pytest.mark.parametrize(
    "address", ["/ko/nothing/", "/ko/products/nothing/", "/ko/vendors/nobody/"]
)
def test_unknown_addresses_answer_404_in_the_readers_language(client, home_page, address):
    korean = client.get(address)
    chinese = client.get(address.replace("/ko/", "/zh-hans/"))
    assert korean.status_code == chinese.status_code == 404
    assert "찾으시는 페이지가 없어요" in korean.text
    assert '<html lang="zh-Hans">' in chinese.text
    assert "没有找到这个页面" in chinese.text


@pytest.mark.parametrize(
    ("path", "words"), [("/ko/x/", "문제가 생겼어요"), ("/zh-hans/x/", "出现了问题")]
)
def test_a_fault_answers_500_in_the_readers_language_without_a_database(path, words):
    answer = views.server_error(RequestFactory().get(path))
    assert answer.status_code == 500
    assert words in answer.text


@pytest.mark.parametrize("path", ["/%00", "/ko/%00/", "/cms/?q=%00"])
def test_null_bytes_are_refused(client, home_page, path):
    assert client.get(path).status_code == 400


def test_public_pages_have_a_strict_policy_and_no_cookie(client, home_page):
    answer = client.get("/ko/")
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer.cookies == {}


def test_the_sitemap_pairs_every_page_and_leaves_private_parts_out(client, product_index):
    make_product(product_index, slug="g1")
    text = client.get("/sitemap.xml").text
    for address in ("/ko/", "/zh-hans/products/", "/ko/vendors/", "/zh-hans/products/g1/"):
        assert f"<loc>http://testserver{address}</loc>" in text
    assert 'hreflang="x-default" href="http://testserver/ko/products/g1/"' in text
    assert 'hreflang="zh-hans"' in text.lower()
    assert "/cms/" not in text
    assert "/kiosk/" not in text


def test_a_large_catalogue_gets_an_index_of_sitemaps(client, product_index, monkeypatch):
    monkeypatch.setattr("catalog.sitemaps.MOST_IN_ONE_FILE", 1)
    make_product(product_index, slug="g1")
    make_product(product_index, slug="g2")
    assert "<loc>http://testserver/sitemap-products.xml</loc>" in client.get("/sitemap.xml").text
    assert "/ko/products/g1/" in client.get("/sitemap-products.xml").text


def test_robots_names_the_sitemap_and_the_private_parts(client):
    text = client.get("/robots.txt").text
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /cms/" in text
    assert "Disallow: /kiosk/" in text


def test_alive_asks_nothing_and_ready_asks_everything(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz/").status_code == 200
    answer = client.get("/readyz/")
    assert answer.status_code == 200
    assert set(answer.json()) == {"database", "migrations", "cache", "storage"}
    assert all(answer.json().values())


def test_not_ready_without_a_database(client, monkeypatch):
    def gone():
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", gone)
    monkeypatch.setattr(views, "_no_migration_waits", gone)
    answer = client.get("/readyz/")
    assert answer.status_code == 503
    assert answer.json()["database"] is False
    assert answer.json()["cache"] is True


def test_not_ready_without_a_cache(client, db, monkeypatch):
    def gone(*args):
        raise ConnectionError

    monkeypatch.setattr(cache, "set", gone)
    assert client.get("/readyz/").status_code == 503


def test_media_serves_renditions_and_never_originals(client, db, settings):
    image = make_image()
    shown = image.get_rendition("width-100|format-webp")
    assert client.get(shown.url).status_code == 200
    assert client.get(image.file.url).status_code == 404
    settings.SERVE_MEDIA = False
    assert client.get(shown.url).status_code == 404


def test_the_style_page_is_for_staff(client, home_page):
    assert client.get("/ko/style/").status_code == 404
    client.force_login(make_user(is_superuser=True))
    answer = client.get("/ko/style/")
    assert answer.status_code == 200
    assert "swatch--ai" in answer.text


def test_unsafe_methods_are_refused(client, home_page):
    for address in ("/", "/ko/products/", "/robots.txt"):
        assert client.post(address).status_code == 405


def test_the_500_page_leaves_the_language_as_it_was():
    with translation.override("zh-hans"):
        views.server_error(RequestFactory().get("/ko/"))
        assert translation.get_language() == "zh-hans"
