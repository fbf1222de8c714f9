"""An editor's journeys through the CMS in a real browser."""

import pytest
from wagtail.users.models import UserProfile

from catalog.models import Family, ProductPage
from tests.factories import make_image, make_product, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
EDIT = "/cms/pages/{}/edit/"
FACTS = "[role=tab]:nth-of-type(2)"


@pytest.fixture
def product(product_index):
    return make_product(
        product_index, family="humanoid_robot", specs={"height": 1320}, image=make_image()
    )


@pytest.fixture
def sign_in(tab):
    """`sign_in(language)` -> a page on which somebody who may do everything is signed in."""

    def enter(language):
        user = make_user(is_superuser=True, password=PASSWORD)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        tab.goto("/cms/login/")
        tab.fill("input[name=login]", user.username)
        tab.fill("input[name=password]", PASSWORD)
        tab.click("main button[type=submit]")
        tab.wait_for_url("**/cms/")
        return tab

    yield enter
    # Leaving an editor tells the server so; it must hear it while it has its database.
    tab.goto("/healthz/")
    tab.wait_for_load_state("networkidle")


def row(page, key):
    return page.locator(f"[data-spec-row]:has([name^='spec-{key}-'])")


def test_another_family_asks_for_its_specs_and_nothing_typed_is_lost(sign_in, product):
    page = sign_in("ko")
    page.goto(EDIT.format(product.pk))
    page.click(FACTS)
    assert row(page, "height").is_visible()
    assert not row(page, "channels").is_visible()
    page.fill("[name='spec-payload-minimum']", "35")
    page.select_option("#id_family", str(Family.objects.get(key="lidar").pk))
    assert row(page, "channels").is_visible()
    assert not row(page, "hand_dof").is_visible()
    # Its own value and the one just typed stay in sight, marked as not of this family.
    for key in ("height", "payload"):
        assert row(page, key).is_visible()
        assert row(page, key).locator("[data-spec-extra]").is_visible()
    assert page.input_value("[name='spec-payload-minimum']") == "35"
    shown = page.locator("[data-spec-row]:visible [data-spec-input=minimum]").first
    assert shown.get_attribute("name") != "spec-height-minimum"


def test_a_product_is_edited_published_and_seen_on_the_web(sign_in, product):
    page = sign_in("zh-hans")
    page.goto(EDIT.format(product.pk))
    page.fill("#id_title_ko", "새 로봇")
    page.fill("#id_title_zh", "新机器人")
    page.click(FACTS)
    page.fill("[name='spec-height-minimum']", "1450")
    page.click(".w-dropdown__toggle--icon, [data-w-dropdown-target=toggle] >> nth=-1")
    page.click("[name=action-publish]")
    page.wait_for_url("**/cms/pages/*/")
    published = ProductPage.objects.get(pk=product.pk)
    assert (published.title_ko, published.title_zh) == ("새 로봇", "新机器人")
    page.goto(f"/ko/products/{product.slug}/")
    assert page.locator("h1").inner_text() == "새 로봇"
    assert "1,450" in page.locator("main").inner_text()
    page.goto(f"/zh-hans/products/{product.slug}/")
    assert page.locator("h1").inner_text() == "新机器人"


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
def test_the_editors_screens_are_there_for_everybody(sign_in, axe, product, language):
    page = sign_in(language)
    vendor = product.vendor
    for address in (
        "/cms/",
        "/cms/products/",
        "/cms/snippets/catalog/vendor/",
        f"/cms/snippets/catalog/vendor/edit/{vendor.pk}/",
        f"/cms/snippets/catalog/availability/edit/{product.availability_id}/",
    ):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert axe(page) == [], address
    page.goto(EDIT.format(product.pk))
    page.wait_for_load_state("networkidle")
    for tab in page.locator("[role=tab]").all():
        tab.click()
        assert axe(page) == [], tab.inner_text()
