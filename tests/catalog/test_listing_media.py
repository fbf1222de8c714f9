"""A listing's uploaded files on its page: copies in order, with their words."""

import pytest

from catalog.listing.pages import new_page, write_page
from catalog.models import ProductPage, ProductPicture, UploadedFile
from catalog.uploads import remove_upload, take_upload
from tests.catalog.listing import listing_form
from tests.catalog.portal import upload_of
from tests.factories import make_document, make_image

Kind = UploadedFile.Kind


@pytest.fixture
def front(listing, member):
    return take(listing, member, "front.png", 64)


@pytest.fixture
def side(listing, member):
    return take(listing, member, "side.png", 80)


def take(listing, member, name, width):
    file = upload_of(name, width)
    options = {"vendor": listing.vendor, "by": member, "submission": listing}
    return take_upload(file, kind=Kind.PICTURE, **options)


def page_of(listing, page=None):
    page = page or new_page(listing.vendor)
    return write_page(page, listing_form(listing.vendor), listing.uploads.all())


def saved(index, page):
    index.add_child(instance=page)
    return ProductPage.objects.get(pk=page.pk)


def test_pictures_stand_in_their_order_with_words_and_focus(product_index, listing, front, side):
    words = {"alt_ko": "앞", "alt_zh": "正面", "caption_ko": "앞모습", "caption_zh": "正面照"}
    UploadedFile.objects.filter(pk=side.pk).update(
        **words, focal_x="0.25", focal_y="0.5", sort_order=0
    )
    UploadedFile.objects.filter(pk=front.pk).update(sort_order=1)
    page = saved(product_index, page_of(listing))
    image = page.image
    assert {name: getattr(image, name) for name in words} == words
    assert (image.focal_point_x, image.focal_point_y) == (20, 24)
    assert image.is_private
    assert [row.image.title for row in page.gallery.all()] == ["front.png"]


def test_writing_again_makes_no_second_copy(product_index, listing, front):
    page = saved(product_index, page_of(listing))
    again = page_of(listing, page)
    assert again.image_id == page.image_id
    assert not again.image.is_illustration
    assert again.gallery.count() == 0


def test_a_removed_picture_leaves_the_page_at_its_next_writing(product_index, listing, front, side):
    page = saved(product_index, page_of(listing))
    kept = page.gallery.get().image
    remove_upload(front)
    page = page_of(listing, page)
    assert page.image == kept
    assert page.gallery.count() == 0
    remove_upload(side)
    assert page_of(listing, page).image.is_illustration


def test_changed_words_leave_the_live_pages_picture_alone(product_index, listing, front):
    page = listing.page = saved(product_index, page_of(listing))
    listing.save()
    before = page.image
    UploadedFile.objects.update(alt_ko="새 설명")
    after = page_of(listing, page).image
    before.refresh_from_db()
    assert (before.alt_ko, after.alt_ko) == ("", "새 설명")
    assert before.pk != after.pk


def test_what_editors_added_stays_behind_the_companys_own(product_index, listing, front):
    page = saved(product_index, page_of(listing))
    extra, paper = make_image(), make_document()
    page.gallery = [ProductPicture(image=extra)]
    page.documents.create(document=paper, label_ko="설명서")
    page.save()
    page = page_of(listing, ProductPage.objects.get(pk=page.pk))
    assert [row.image for row in page.gallery.all()] == [extra]
    assert [row.document for row in page.documents.all()] == [paper]
