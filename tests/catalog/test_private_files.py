"""Private until published, and again afterwards: pictures in every size, papers, videos."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import PageViewRestriction

from catalog.models import (
    Membership,
    ProductCertificate,
    ProductDocument,
    ProductPicture,
    ProductVideo,
    Submission,
    UploadedFile,
)
from catalog.uploads import public_document, public_image, public_video, take_upload
from center_site.models import CenterImage, ContentPage
from center_site.pictures import ALL_SPECS, prepare, rendition
from center_site.privacy import refresh_pictures, set_private
from kiosk.content import build_content
from kiosk.models import Kiosk
from tests.catalog.files_of_companies import paper, picture, upload, video
from tests.factories import build_product, make_image, make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
Kind = UploadedFile.Kind


@pytest.fixture
def vendor():
    return make_vendor()


@pytest.fixture
def member(vendor):
    user = make_user()
    Membership.objects.create(user=user, vendor=vendor)
    return user


@pytest.fixture
def uploads(vendor, member):
    """One upload of each kind, by kind."""
    listing = Submission.objects.create(vendor=vendor)
    contents = {
        Kind.PICTURE: upload(picture(size=(700, 500)), "a.jpg"),
        Kind.DOCUMENT: upload(paper(), "datasheet.pdf"),
        Kind.VIDEO: upload(video(), "a.mp4"),
    }
    return {
        kind: take_upload(file, vendor=vendor, kind=kind, by=member, submission=listing)
        for kind, file in contents.items()
    }


@pytest.fixture
def page(product_index, vendor, uploads):
    """A draft with a picture, a paper and a video of the company's."""
    page = build_product(vendor=vendor, image=public_image(uploads[Kind.PICTURE]), live=False)
    page.documents = [ProductDocument(document=public_document(uploads[Kind.DOCUMENT]))]
    page.videos = [ProductVideo(file=public_video(uploads[Kind.VIDEO]))]
    return product_index.add_child(instance=page)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`committed(change)`: do it as a transaction that ends here."""

    def run(change, *args, **named):
        with django_capture_on_commit_callbacks(execute=True):
            return change(*args, **named)

    return run


def take_down(page):
    page.refresh_from_db()
    page.unpublish()


def addresses(page):
    """Where the page's files are served: every rendition, the original, paper and video."""
    image = CenterImage.objects.get(pk=page.image_id)
    shown = [made.url for made in image.renditions.all()]
    return [*shown, page.documents.get().document.url, page.videos.get().file.url]


def statuses(client, found):
    return {client.get(address).status_code for address in found}


def test_draft_is_for_staff_and_the_company_alone(client, page, member):
    prepare(page.image)
    found = addresses(page)
    assert len(found) == len(ALL_SPECS) + 2
    assert statuses(client, found) == {404}
    client.force_login(make_user())
    assert statuses(client, found) == {404}
    for person in (member, make_user(groups=["Editors"]), make_user(is_superuser=True)):
        client.force_login(person)
        for address in found:
            answer = client.get(address)
            assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_another_company_sees_nothing_of_it(client, page):
    other = make_user()
    Membership.objects.create(user=other, vendor=make_vendor())
    prepare(page.image)
    client.force_login(other)
    assert statuses(client, addresses(page)) == {404}


def test_published_page_opens_its_files_and_closes_them_again(client, page, committed):
    prepare(page.image)
    before = addresses(page)
    committed(page.save_revision().publish)
    opened = addresses(page)
    assert statuses(client, opened) == {200}
    assert statuses(client, before[:-2]) == {404}
    committed(take_down, page)
    assert statuses(client, {*before, *opened, *addresses(page)}) == {404}
    pictures = [name.removeprefix("/media/") for name in opened[:-2]]
    assert not [name for name in pictures if default_storage.exists(name)]
    committed(page.save_revision().publish)
    assert statuses(client, addresses(page)) == {200}


def test_no_rendition_is_made_again_when_its_picture_changes_sides(page, committed):
    prepare(page.image)
    made = {one.pk for one in page.image.renditions.all()}
    committed(page.save_revision().publish)
    image = CenterImage.objects.get(pk=page.image_id)
    assert {one.pk for one in image.renditions.all()} == made
    assert rendition(image).url.startswith("/media/images/")


def test_original_and_companys_file_are_never_served(client, page, uploads):
    client.force_login(make_user(is_superuser=True))
    names = [page.image.file.name, uploads[Kind.PICTURE].file_name]
    found = [f"/media/{name}" for name in names]
    found += [f"/media/{folder}/../{name}" for folder in ("images", "videos") for name in names]
    found += [f"/media/private_images/{page.image.pk}/../../{name}" for name in names]
    assert statuses(client, found) == {404}


def test_private_pictures_are_served_where_a_web_server_serves_the_public_ones(
    client, page, settings
):
    settings.SERVE_MEDIA = False
    prepare(page.image, ["width-200|format-webp"])
    client.force_login(make_user(is_superuser=True))
    assert statuses(client, addresses(page)) == {200}


def test_closed_company_closes_the_files_of_its_products(client, page, vendor, committed):
    committed(page.save_revision().publish)
    prepare(CenterImage.objects.get(pk=page.image_id), ["width-200|format-webp"])
    found = addresses(page)
    assert statuses(client, found) == {200}
    committed(vendor.unpublish)
    assert statuses(client, found) == {404}
    vendor.live = True
    committed(vendor.save)
    assert statuses(client, addresses(page)) == {200}


def test_restricted_page_closes_its_files(client, page, committed):
    committed(page.save_revision().publish)
    prepare(CenterImage.objects.get(pk=page.image_id), ["width-200|format-webp"])
    found = addresses(page)
    restriction = PageViewRestriction(page=page, restriction_type=PageViewRestriction.LOGIN)
    committed(restriction.save)
    assert statuses(client, found) == {404}
    committed(restriction.delete)
    assert statuses(client, addresses(page)) == {200}


def test_deleted_page_closes_its_pictures(page, committed):
    committed(page.save_revision().publish)
    number = page.image_id
    Submission.objects.all().delete()
    committed(page.delete)
    assert CenterImage.objects.get(pk=number).is_private


def test_edit_of_a_live_page_changes_nothing_the_public_sees(client, page, uploads, committed):
    committed(page.save_revision().publish)
    shown = uploads[Kind.PICTURE]
    shown.alt_ko = "승인 전의 설명"
    draft = page.get_latest_revision_as_object()
    draft.image = public_image(shown)
    revision = draft.save_revision()
    assert "승인 전의 설명" not in client.get(page.get_absolute_url()).text
    assert draft.image.is_private
    old = page.image_id
    committed(revision.publish)
    assert "승인 전의 설명" in client.get(page.get_absolute_url()).text
    assert not CenterImage.objects.get(pk=draft.image_id).is_private
    assert CenterImage.objects.get(pk=old).is_private


def test_picture_that_another_page_shows_stays_public(page, product_index, committed):
    picture = CenterImage.objects.get(pk=page.image_id)
    make_product(product_index, gallery=[picture])
    committed(page.save_revision().publish)
    committed(take_down, page)
    assert not CenterImage.objects.get(pk=picture.pk).is_private
    ProductPicture.objects.all().delete()
    assert committed(refresh_pictures) == 1
    assert CenterImage.objects.get(pk=picture.pk).is_private


def test_pictures_among_the_words_of_a_page_follow_it_too(home_page, committed):
    image = make_image()
    set_private(image.pk, is_private=True)
    page = home_page.add_child(instance=ContentPage(title="About", slug="about", live=False))
    page.body = [("picture", {"image": image, "caption_ko": "", "caption_zh": ""})]
    committed(page.save_revision().publish)
    image.refresh_from_db()
    assert not image.is_private
    page.refresh_from_db()
    page.body = []
    committed(page.save_revision().publish)
    image.refresh_from_db()
    assert image.is_private


def test_the_centres_own_drawings_are_never_closed(product_index, committed):
    drawing = make_image(source_key="illustration-a@1")
    page = make_product(product_index, image=drawing)
    committed(take_down, page)
    assert committed(refresh_pictures) == 0
    drawing.refresh_from_db()
    assert not drawing.is_private


def test_rendition_made_while_its_picture_was_closed_does_not_stay_public(page, committed):
    stale = CenterImage.objects.get(pk=page.image_id)
    stale.is_private = False
    assert stale.get_rendition("width-100|format-webp").file.name.startswith("private_images/")
    made = stale.renditions.get()
    public = default_storage.save("images/late.webp", ContentFile(picture("WEBP")))
    type(made).objects.filter(pk=made.pk).update(file=public)
    committed(refresh_pictures)
    assert not default_storage.exists(public)
    made.refresh_from_db()
    assert made.file.name.startswith(f"private_images/{page.image_id}/")


def test_certificates_paper_is_public_with_its_product(client, page, uploads, committed):
    document = public_document(uploads[Kind.DOCUMENT])
    page.documents = []
    mark = page.certificates.model._meta.get_field("mark").related_model.objects.first()
    page.certificates = [ProductCertificate(mark=mark, document=document)]
    page.save()
    assert client.get(document.url).status_code == 404
    committed(page.save_revision().publish)
    assert client.get(document.url).status_code == 200


def test_paper_is_downloaded_and_runs_nothing(client, page, committed):
    committed(page.save_revision().publish)
    address = page.documents.get().document.url
    answer = client.get(address)
    assert answer["Content-Disposition"] == 'attachment; filename="datasheet.pdf"'
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "public, no-cache"
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    committed(take_down, page)
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 404
    assert client.get(f"{address}x").status_code == 404


def test_video_is_played_in_parts_and_not_packed(client, page, committed):
    committed(page.save_revision().publish)
    address = page.videos.get().file.url
    asked = {"Range": "bytes=4-7", "Accept-Encoding": "gzip"}
    answer = client.get(address, headers=asked)
    assert (answer.status_code, b"".join(answer)) == (206, b"ftyp")
    assert answer["Content-Type"] == "video/mp4"
    assert "Content-Encoding" not in answer


def test_screen_carries_no_private_picture(page, committed):
    kiosk = Kiosk(slug="demo", title="Demo")
    committed(page.save_revision().publish)
    assert list(build_content(kiosk).pictures) == [str(page.image_id)]
    CenterImage.objects.filter(pk=page.image_id).update(is_private=True)
    assert build_content(kiosk).pictures == {}
    draft = page.get_latest_revision_as_object()
    assert list(build_content(kiosk, [draft]).pictures) == [str(page.image_id)]
