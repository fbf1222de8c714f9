"""The corpus of bad files: none comes in, each is told why, and what comes in is clean."""

import io
import resource

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from wagtail.documents.models import Document

from catalog.models import UploadedFile
from catalog.uploads import open_upload, take_upload
from catalog.uploads.checking import papers, refusals
from catalog.uploads.checking.names import display_name
from center_site import picture_files
from center_site.models import CenterImage
from tests.catalog.bad_files import BAD_FILES, BAD_NAMES, jpeg_comment, png_bomb
from tests.catalog.files_of_companies import paper, picture, upload
from tests.factories import make_user, make_vendor

pytestmark = pytest.mark.django_db
Kind = UploadedFile.Kind
LIMITS = (
    "WAGTAILIMAGES_MAX_UPLOAD_SIZE",
    "VENDOR_PDF_MAX_BYTES",
    "VENDOR_VIDEO_MAX_BYTES",
    "VENDOR_CSV_MAX_BYTES",
    "VENDOR_WORKBOOK_MAX_BYTES",
)


@pytest.fixture
def take():
    vendor, person = make_vendor(), make_user()
    return lambda kind, name, content: take_upload(
        upload(content, name), vendor=vendor, kind=kind, by=person
    )


@pytest.mark.parametrize("case", BAD_FILES)
def test_bad_file_is_refused_with_its_reason(take, case):
    kind, name, content, code = BAD_FILES[case]
    with pytest.raises(ValidationError) as refused:
        take(kind, name, content)
    assert code in (None, refused.value.code)
    assert refused.value.code in {**refusals.MESSAGES, **picture_files.MESSAGES}
    assert refused.value.messages[0]
    assert "%(" not in refused.value.messages[0]
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("kind", Kind)
def test_what_is_too_large_is_refused_before_it_is_read(take, kind, settings):
    for limit in LIMITS:
        setattr(settings, limit, 10)
    name = {Kind.PICTURE: "a.jpg", Kind.VIDEO: "a.mp4", Kind.SHEET: "a.csv"}.get(kind, "a.pdf")
    with pytest.raises(ValidationError) as refused:
        take(kind, name, b"x" * 11)
    assert refused.value.code == "too_large"


def test_a_pixel_bomb_takes_no_memory(take):
    bomb = png_bomb(30_000, 30_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ValidationError):
        take(Kind.PICTURE, "a.png", bomb)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize("sent", BAD_NAMES)
def test_names_are_shown_without_tricks(take, sent):
    assert display_name(sent) == BAD_NAMES[sent]
    if sent:
        found = take(Kind.DOCUMENT, f"{sent}.pdf", paper())
        assert found.file_name == f"vendor_files/{found.sha256[:2]}/{found.sha256}.pdf"
        assert len(found.original_name) <= 200


def with_notes(form="JPEG", orientation=6, size=(60, 40)):
    """A picture that says where it was taken, in every way a picture can."""
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    exif[Base.Make] = "Camera"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (37.0, 33.0, 59.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return picture(form, size, exif=exif, xmp=b"<x:xmpmeta>Seoul</x:xmpmeta>", icc_profile=profile)


@pytest.mark.parametrize(
    ("form", "ending", "kept"),
    [
        ("JPEG", "jpg", "JPEG"),
        ("PNG", "png", "PNG"),
        ("WEBP", "webp", "WEBP"),
        ("AVIF", "avif", "WEBP"),
    ],
)
def test_picture_comes_in_without_its_notes_but_upright_and_in_its_colours(
    take, form, ending, kept
):
    found = take(Kind.PICTURE, f"a.{ending}", with_notes(form))
    with open_upload(found) as file:
        content = file.read()
    stored = Image.open(io.BytesIO(content))
    assert stored.format == kept
    assert dict(stored.getexif()) == {}
    assert not {"exif", "xmp", "comment", "XML:com.adobe.xmp"} & set(stored.info)
    assert stored.info["icc_profile"]
    assert b"Camera" not in content
    assert b"Seoul" not in content
    assert stored.size == (40, 60) == (found.width, found.height)


def test_print_colours_become_those_of_screens(take):
    found = take(Kind.PICTURE, "a.jpg", picture("JPEG", mode="CMYK", colour=(0, 0, 0, 0)))
    with open_upload(found) as file:
        stored = Image.open(file)
        assert stored.mode == "RGB"
        assert stored.getpixel((5, 5)) == (255, 255, 255)


def test_deep_grey_keeps_its_light(take):
    found = take(Kind.PICTURE, "a.png", picture("PNG", mode="I;16", colour=32768))
    with open_upload(found) as file:
        stored = Image.open(file)
        assert (stored.mode, stored.getpixel((5, 5))) == ("L", 128)


def test_large_picture_is_made_no_larger_than_anybody_needs(take):
    found = take(Kind.PICTURE, "a.png", picture("PNG", (6000, 3000), mode="P", colour=0))
    assert (found.width, found.height) == (4000, 2000)


def test_marks_that_turn_up_by_chance_refuse_no_picture(take):
    found = take(Kind.PICTURE, "a.jpg", jpeg_comment(b"<svg <?phq <scripts <htmlx"))
    with open_upload(found) as file:
        assert b"<svg" not in file.read()


def test_paper_of_very_many_parts_is_not_read_to_the_end(take, monkeypatch):
    monkeypatch.setattr(papers, "MOST_OBJECTS", 2)
    with pytest.raises(ValidationError) as refused:
        take(Kind.DOCUMENT, "a.pdf", paper())
    assert refused.value.code == "pdf_parts"


def test_transparent_picture_stays_transparent(take):
    found = take(Kind.PICTURE, "a.png", picture("PNG", mode="RGBA", colour=(1, 2, 3, 0)))
    with open_upload(found) as file:
        assert Image.open(file).getpixel((0, 0))[3] == 0


def test_the_second_exposure_of_a_phone_is_left_out(take):
    buffer = io.BytesIO()
    one, two = (Image.new("RGB", (80, 60), colour) for colour in ("red", "blue"))
    one.save(buffer, "MPO", save_all=True, append_images=[two])
    found = take(Kind.PICTURE, "phone.jpg", buffer.getvalue())
    assert (found.media_type, found.width) == ("image/jpeg", 80)


def test_scan_of_a_licence_is_a_picture_or_a_paper(take):
    assert take(Kind.LICENCE, "a.jpg", picture()).media_type == "image/jpeg"
    assert take(Kind.LICENCE, "a.pdf", paper()).media_type == "application/pdf"


def test_the_cms_cleans_what_editors_upload(client):
    client.force_login(make_user(is_superuser=True))
    sent = {"title": "Hall", "file": upload(with_notes(), "hall.jpg"), "collection": 1}
    answer = client.post("/cms/images/add/", sent)
    assert answer.status_code == 302
    image = CenterImage.objects.get()
    assert (image.width, image.height, image.is_private) == (40, 60, True)
    for file in (image.file, image.get_rendition("width-30|format-jpeg").file):
        with default_storage.open(file.name) as stored:
            assert dict(Image.open(stored).getexif()) == {}


@pytest.mark.parametrize(
    "case", ["121 megapixels in 15 kB", "SVG named png", "JPEG with PHP behind it", "JPEG cut off"]
)
def test_the_cms_refuses_bad_pictures_too(client, case):
    client.force_login(make_user(is_superuser=True))
    _kind, name, content, _code = BAD_FILES[case]
    sent = {"title": "Bad", "file": upload(content, name), "collection": 1}
    answer = client.post("/cms/images/add/", sent)
    assert answer.status_code == 200
    assert "file" in answer.context["form"].errors
    assert not CenterImage.objects.exists()


def test_the_cms_cleans_many_pictures_at_once_as_it_does_one(client):
    client.force_login(make_user(is_superuser=True))
    sent = {"title": "a", "files[]": upload(with_notes(), "a.jpg"), "collection": 1}
    answer = client.post("/cms/images/multiple/add/", sent)
    assert answer.json()["success"]
    image = CenterImage.objects.get()
    with default_storage.open(image.file.name) as stored:
        assert dict(Image.open(stored).getexif()) == {}
    assert image.is_private
    _kind, name, content, _code = BAD_FILES["121 megapixels in 15 kB"]
    sent["files[]"] = upload(content, name)
    assert not client.post("/cms/images/multiple/add/", sent).json()["success"]
    assert CenterImage.objects.count() == 1


@pytest.mark.parametrize("case", ["HTML named pdf", "PDF with script", "PDF before HTML"])
def test_the_cms_refuses_bad_papers_too(client, case):
    client.force_login(make_user(is_superuser=True))
    _kind, name, content, code = BAD_FILES[case]
    sent = {"title": "Bad", "file": upload(content, name), "collection": 1}
    answer = client.post("/cms/documents/add/", sent)
    assert answer.context["form"].errors.as_data()["file"][0].code == code
    assert not Document.objects.exists()
    sent["file"] = upload(paper(), "good.pdf")
    assert client.post("/cms/documents/add/", sent).status_code == 302
    assert Document.objects.get().title == "Bad"


def test_body_that_is_too_large_is_not_read(client, settings, home_page):
    settings.LARGEST_FORM_BYTES, settings.LARGEST_UPLOAD_BYTES = 500, 5000
    client.force_login(make_user())
    for address, size, status in (
        ("/ko/products/", 501, 413),
        ("/ko/products/", 100, 405),
        ("/cms/images/add/", 5001, 413),
        ("/ko/portal/", 5001, 413),
    ):
        answer = client.post(address, b"x" * size, content_type="application/octet-stream")
        assert answer.status_code == status


@pytest.mark.parametrize(
    "address", ["/ko/portal/", "/cms/images/add/", "/ko/portal/account/login/"]
)
def test_a_large_body_from_nobody_is_not_read(client, settings, address):
    settings.LARGEST_FORM_BYTES = 500
    answer = client.post(address, b"x" * 501, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/portal/account/login/")
