"""Previews show the draft in the language asked for, in a frame of the CMS only."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from wagtail import hooks

from catalog.models import ProductPage
from center_site.languages import LANGUAGES
from center_site.models import ContentPage
from center_site.models.previews import PreviewMode
from tests.catalog.cms import draft_of, edit, form_data
from tests.factories import make_product, make_vendor

BOTH = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.suffix)


@BOTH
def test_a_product_is_previewed_as_it_is_drafted(chief, product_index, language):
    product = make_product(product_index)
    edit(product, title_ko="초안 이름", title_zh="草稿名称")
    url = reverse("wagtailadmin_pages:view_draft", args=[product.pk])
    response = chief.get(url, {"mode": language.code})
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.html["lang"] == language.html_lang
    assert soup.h1.get_text(strip=True) == getattr(draft_of(product), f"title_{language.suffix}")


@BOTH
def test_the_editors_panel_previews_what_is_not_saved_yet(chief, product_index, language):
    product = make_product(product_index, family="humanoid_robot", specs={"height": 1320})
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[product.pk])
    data = {
        **form_data(product).dict(),
        f"title_{language.suffix}": "아직未保存",
        "spec-height-minimum": "1777",
    }
    sent = chief.post(url, data)
    assert sent.json() == {"is_valid": True, "is_available": True}
    shown = chief.get(url, {"mode": language.code, "in_preview_panel": "true"})
    soup = BeautifulSoup(shown.content, "html.parser")
    assert soup.html["lang"] == language.html_lang
    assert soup.h1.get_text(strip=True) == "아직未保存"
    assert "1,777" in soup.main.get_text()
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    product.refresh_from_db()
    assert product.specs.get().minimum == 1320


@BOTH
def test_home_and_content_pages_are_previewed_in_both_languages(chief, home_page, language):
    about = home_page.add_child(
        instance=ContentPage(title="About", slug="about", title_ko="소개", title_zh="关于")
    )
    for page in (home_page, about):
        url = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
        soup = BeautifulSoup(chief.get(url, {"mode": language.code}).content, "html.parser")
        assert soup.html["lang"] == language.html_lang


@BOTH
def test_a_company_is_previewed_in_both_languages(chief, db, language):
    vendor = make_vendor()
    with translation.override("en"):
        response = vendor.make_preview_request(preview_mode=language.code)
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.html["lang"] == language.html_lang
    assert soup.h1.get_text(strip=True) == getattr(vendor, f"name_{language.suffix}")


def test_an_app_above_adds_a_preview_of_its_own(chief, product_index):
    product, vendor = make_product(product_index), make_vendor()
    kiosk = PreviewMode(
        name="tried",
        label="Tried",
        model=ProductPage,
        serve=lambda page, request: HttpResponse(f"{page.title_ko} on a screen"),
    )
    with hooks.register_temporarily("register_preview_mode", lambda: kiosk):
        assert ("tried", "Tried") in product.preview_modes
        assert "tried" not in dict(vendor.preview_modes)
        edit(product, title_ko="초안 이름")
        url = reverse("wagtailadmin_pages:view_draft", args=[product.pk])
        response = chief.get(url, {"mode": "tried"})
    assert response.content.decode() == "초안 이름 on a screen"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]


def test_the_cms_may_frame_a_preview_and_nobody_may_frame_the_page(chief, product_index):
    product = make_product(product_index)
    url = reverse("wagtailadmin_pages:view_draft", args=[product.pk])
    preview = chief.get(url, {"mode": "ko"})
    assert "frame-ancestors 'self'" in preview.headers["Content-Security-Policy"]
    public = chief.get(f"/ko/products/{product.slug}/")
    assert "frame-ancestors 'none'" in public.headers["Content-Security-Policy"]


def test_previewing_leaves_the_editors_language_alone(chief, product_index):
    product = make_product(product_index)
    with translation.override("en"):
        product.make_preview_request(preview_mode="zh-hans")
        assert translation.get_language() == "en"


def test_the_first_preview_is_in_the_editors_language(product_index):
    product = make_product(product_index)
    with translation.override("zh-hans"):
        assert product.default_preview_mode == "zh-hans"
    with translation.override("en"):
        assert product.default_preview_mode == "ko"
