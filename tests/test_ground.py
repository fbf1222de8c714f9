"""The ground itself: builders build what tests take for granted, and flushes heal."""

import pytest
from wagtail.models import Collection, Page, Site

from catalog.models import ProductPage, SearchDocument, SpecKey
from catalog.models.products import LanguageState
from tests.factories import make_document, make_image, make_place, make_product, make_user


def test_product_is_published_ready_and_searchable(product_index):
    page = make_product(
        product_index,
        specs={"height": 1300, "dof": (23, 43)},
        aliases=["Y1"],
        highlights=[("튼튼해요", "结实")],
        industries=["logistics"],
        gallery=[make_image()],
        places=[make_place()],
    )
    stored = ProductPage.objects.published().get(pk=page.pk)
    assert (stored.state_ko, stored.state_zh) == (LanguageState.READY, LanguageState.READY)
    assert stored.specs.count() == 2
    assert [industry.key for industry in stored.industries.all()] == ["logistics"]
    assert SearchDocument.objects.filter(product=page, names__contains="y1").exists()


def test_draft_product_is_not_published(product_index):
    page = make_product(product_index, live=False)
    assert not ProductPage.objects.published().filter(pk=page.pk).exists()


def test_document_and_user_are_stored(db):
    assert make_document().pk
    assert make_user(is_superuser=True).is_superuser


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_flush_leaves_wagtail_and_taxonomy_usable(turn, product_index):
    make_product(product_index)
    assert Collection.get_first_root_node()
    assert Site.objects.get(is_default_site=True).root_page_id == product_index.get_parent().pk
    assert SpecKey.objects.count() == 99
    assert Page.objects.count() == 4
