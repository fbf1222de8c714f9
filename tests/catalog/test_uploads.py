"""Taking files in: what is kept, under which name, how often and for whom."""

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import connection
from PIL import Image

from catalog.models import ProductPicture, Submission, UploadedFile
from catalog.uploads import (
    open_upload,
    public_document,
    public_image,
    public_video,
    remove_upload,
    respond,
    take_upload,
    thumbnail,
    used_by,
)
from center_site.models import CenterImage
from tests.catalog.files_of_companies import paper, picture, upload, video, workbook
from tests.factories import make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
Kind = UploadedFile.Kind
SAMPLES = {
    Kind.PICTURE: ("사진.jpg", picture, "image/jpeg"),
    Kind.DOCUMENT: ("说明书.pdf", paper, "application/pdf"),
    Kind.VIDEO: ("demo.mp4", video, "video/mp4"),
    Kind.LICENCE: ("licence.pdf", paper, "application/pdf"),
    Kind.SHEET: ("products.xlsx", workbook, "application/vnd.openxml"),
}


@pytest.fixture
def vendor():
    return make_vendor()


@pytest.fixture
def listing(vendor):
    return Submission.objects.create(vendor=vendor)


@pytest.fixture
def take(vendor, listing):
    person = make_user()

    def one(kind, content=None, name=None, submission=listing):
        default_name, make, _media_type = SAMPLES[kind]
        file = upload(make() if content is None else content, name or default_name)
        return take_upload(file, vendor=vendor, kind=kind, by=person, submission=submission)

    return one


@pytest.mark.parametrize("kind", Kind)
def test_content_lies_under_its_own_hash(take, kind):
    found = take(kind)
    with open_upload(found) as file:
        content = file.read()
    assert hashlib.sha256(content).hexdigest() == found.sha256
    assert found.file_name.startswith(f"vendor_files/{found.sha256[:2]}/{found.sha256}.")
    assert found.size_bytes == len(content)
    assert found.original_name == SAMPLES[kind][0]
    assert found.media_type.startswith(SAMPLES[kind][2])


def test_the_same_file_twice_is_one_row_and_one_blob(take, listing):
    first, second = take(Kind.PICTURE), take(Kind.PICTURE, name="again.jpg")
    assert first == second
    assert listing.uploads.count() == 1


def test_the_same_content_in_two_listings_is_one_blob(take, vendor):
    other = Submission.objects.create(vendor=vendor)
    first, second = take(Kind.DOCUMENT), take(Kind.DOCUMENT, submission=other)
    assert first.file_name == second.file_name
    assert first != second
    assert used_by(vendor) == first.size_bytes


def test_files_of_a_listing_are_in_the_order_they_came(take, listing):
    names = ["b.png", "a.png", "c.png"]
    for number, name in enumerate(names):
        take(Kind.PICTURE, picture("PNG", colour=(number, 0, 0)), name)
    assert [found.original_name for found in listing.uploads.all()] == names


def test_quota_holds_and_says_so(take, vendor, settings):
    settings.VENDOR_UPLOAD_QUOTA_BYTES = 1000
    with pytest.raises(ValidationError) as refused:
        take(Kind.SHEET, submission=None)
    assert refused.value.code == "quota"
    assert used_by(vendor) == 0


def test_what_is_there_already_counts_once_against_the_quota(take, vendor, settings):
    found = take(Kind.DOCUMENT)
    settings.VENDOR_UPLOAD_QUOTA_BYTES = found.size_bytes
    other = Submission.objects.create(vendor=vendor)
    assert take(Kind.DOCUMENT, submission=other).sha256 == found.sha256


def test_a_listing_takes_so_many_files_and_no_more(take, listing):
    for number in range(3):
        take(Kind.VIDEO, video(seconds=number + 1))
    with pytest.raises(ValidationError) as refused:
        take(Kind.VIDEO, video(seconds=9))
    assert refused.value.code == "too_many"
    assert listing.uploads.count() == 3


def test_removed_upload_is_forgotten_and_its_blob_left_to_the_nightly_check(take):
    found = take(Kind.PICTURE)
    remove_upload(found)
    assert not UploadedFile.objects.exists()
    assert default_storage.exists(found.file_name)


def test_answers_run_nothing_and_are_kept_by_nobody(take):
    for kind in (Kind.PICTURE, Kind.DOCUMENT, Kind.SHEET):
        answer = respond(take(kind))
        assert answer["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "private, no-store"
        assert ("attachment" in answer.get("Content-Disposition", "")) == (kind != Kind.PICTURE)


def test_a_player_gets_the_part_of_a_video_it_asks_for(take, rf):
    found = take(Kind.VIDEO)
    whole = b"".join(respond(found))
    part = respond(found, rf.get("/", headers={"Range": "bytes=4-7"}))
    assert (part.status_code, b"".join(part)) == (206, b"ftyp")
    assert part["Content-Range"] == f"bytes 4-7/{len(whole)}"
    last = respond(found, rf.get("/", headers={"Range": "bytes=-3"}))
    assert b"".join(last) == whole[-3:]
    beyond = respond(found, rf.get("/", headers={"Range": f"bytes={len(whole)}-"}))
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(whole)}")


def test_thumbnail_is_small_and_made_once(take):
    found = take(Kind.PICTURE, picture(size=(1600, 1200)))
    answers = [b"".join(thumbnail(found)) for _again in range(2)]
    assert answers[0] == answers[1]
    assert Image.open(io.BytesIO(answers[0])).size == (480, 360)


def test_public_picture_has_the_words_and_focus_of_the_upload(take):
    found = take(Kind.PICTURE, picture(size=(400, 200)))
    found.alt_ko, found.alt_zh = "로봇", "机器人"
    found.focal_x, found.focal_y = "0.25", "0.5"
    image = public_image(found)
    assert (image.alt_ko, image.alt_zh, image.width, image.height) == ("로봇", "机器人", 400, 200)
    assert (image.focal_point_x, image.focal_point_y) == (100, 100)
    assert public_image(found) == image
    found.refresh_from_db()
    assert found.image == image


def test_a_changed_word_makes_another_copy_once_a_revision_shows_the_first(
    take, listing, product_index
):
    found = take(Kind.PICTURE)
    first = public_image(found)
    page = make_product(product_index, vendor=listing.vendor, live=False)
    page.gallery = [ProductPicture(image=first)]
    page.save_revision()
    listing.page = page
    listing.save()
    found.submission = listing
    found.alt_ko = "바뀐 설명"
    second = public_image(found)
    first.refresh_from_db()
    assert second != first
    assert (first.alt_ko, second.alt_ko) == ("", "바뀐 설명")
    assert first.file.name != second.file.name


def test_previews_make_no_copy_for_every_change_of_a_word(take):
    found = take(Kind.PICTURE)
    first = public_image(found)
    for words in ("하나", "둘", "셋"):
        found.alt_ko, found.focal_x, found.focal_y = words, "0.1", "0.2"
        assert public_image(found) == first
    first.refresh_from_db()
    assert (first.alt_ko, first.focal_point_x) == ("셋", 32)
    assert CenterImage.objects.count() == 1


def test_public_paper_and_video_are_made_once(take):
    found = take(Kind.DOCUMENT)
    document = public_document(found)
    assert document.title == "说明书.pdf"
    assert public_document(found) == document
    shown = take(Kind.VIDEO)
    name = public_video(shown)
    assert name == public_video(shown) == f"videos/{shown.sha256[:2]}/{shown.sha256}.mp4"
    assert default_storage.size(name) == shown.size_bytes


@pytest.mark.django_db(transaction=True)
def test_the_same_file_sent_at_once_many_times_is_one_row(vendor, listing):
    content = picture()

    def send(_number):
        file = upload(content, "a.jpg")
        try:
            return take_upload(
                file, vendor=vendor, kind=Kind.PICTURE, by=None, submission=listing
            ).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as senders:
        found = set(senders.map(send, range(20)))
    assert len(found) == 1
    assert UploadedFile.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_files_sent_at_once_do_not_slip_past_the_limits(vendor, listing):
    def send(number):
        file = upload(video(seconds=number + 1), "a.mp4")
        try:
            take_upload(file, vendor=vendor, kind=Kind.VIDEO, by=None, submission=listing)
        except ValidationError as refused:
            return refused.code
        finally:
            connection.close()
        return "taken"

    with ThreadPoolExecutor(10) as senders:
        found = sorted(senders.map(send, range(10)))
    assert found == ["taken"] * 3 + ["too_many"] * 7
