"""A draft on the kiosk before anybody else sees it."""

import json
import re

import pytest
from django.urls import reverse

from catalog.models import ProductPage
from tests.factories import make_product, make_user

CONTENT = re.compile(r'<script id="content" type="application/json">(.*?)</script>', re.DOTALL)


def previewed(answer):
    return json.loads(CONTENT.search(answer.text)[1])


def test_preview_shows_the_draft_alone_and_nothing_is_published(product_index):
    make_product(product_index, slug="other")
    draft = make_product(product_index, slug="draft", title_ko="아직 초안", live=False)
    draft.title_ko = "고친 초안"
    answer = draft.serve_preview(draft.make_preview_request(preview_mode="kiosk"), "kiosk")
    content = previewed(answer)
    assert [product["slug"] for product in content["products"]] == ["draft"]
    assert content["products"][0]["title"]["ko"] == "고친 초안"
    assert 'data-start-product="draft"' in answer.text
    assert ProductPage.objects.get(slug="draft").title_ko == "아직 초안"


def test_a_drafts_text_cannot_end_the_content(product_index):
    draft = make_product(product_index, summary_ko="</script><script>alert(1)</script>")
    answer = draft.serve_preview(draft.make_preview_request(preview_mode="kiosk"), "kiosk")
    assert "<script>alert(1)" not in answer.text


@pytest.mark.browser
def test_an_editor_sees_the_product_on_the_kiosk(tab, live_server, client, product_index):
    product = make_product(product_index, title_ko="가온 워커", live=False)
    product.save_revision()
    client.force_login(make_user(is_superuser=True))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    tab.context.add_cookies([{**session, "url": live_server.url}])
    revision = [product.pk, product.latest_revision_id]
    tab.goto(reverse("wagtailadmin_pages:revisions_view", args=revision) + "?mode=kiosk")
    tab.get_by_role("heading", name="가온 워커").wait_for()
    assert tab.locator("[data-product]").count() == 0
