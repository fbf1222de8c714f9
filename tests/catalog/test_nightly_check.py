"""Rows and files against each other, and what a crash in the middle of uploads leaves."""

import datetime
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings as django_settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from catalog.models import ProductVideo, UploadedFile
from catalog.uploads import public_document, public_image, public_video, take_upload, thumbnail
from catalog.uploads.nightly import check_files, nightly_check
from catalog.uploads.storage import digest_of
from center_site.pictures import prepare
from tests.catalog.files_of_companies import paper, picture, upload, video
from tests.factories import make_product, make_vendor

Kind = UploadedFile.Kind


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    """A storage with nothing else in it."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def everything(product_index):
    """A file of every kind that a row speaks of, with its copies and small sizes."""
    vendor = make_vendor()
    contents = {
        Kind.PICTURE: upload(picture(), "a.jpg"),
        Kind.DOCUMENT: upload(paper(), "a.pdf"),
        Kind.VIDEO: upload(video(), "a.mp4"),
    }
    found = {
        kind: take_upload(file, vendor=vendor, kind=kind, by=None)
        for kind, file in contents.items()
    }
    thumbnail(found[Kind.PICTURE])
    prepare(public_image(found[Kind.PICTURE]), ["width-100|format-webp"])
    public_document(found[Kind.DOCUMENT])
    public_video(found[Kind.VIDEO])
    return found


def make_old(folder, hours=25):
    moment = (timezone.now() - datetime.timedelta(hours=hours)).timestamp()
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (moment, moment))


def stored(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_what_rows_speak_of_is_left_alone(everything, own_media):
    make_old(own_media)
    before = stored(own_media)
    found = check_files(remove=True)
    assert (found.lost, found.orphans, found.removed) == ([], [], 0)
    assert len(before) == 8
    assert stored(own_media) == before


@pytest.mark.parametrize(
    "name",
    [
        "vendor_files/ab/.part-1234",
        f"vendor_files/ab/{'ab' * 32}.jpg",
        f"vendor_files/ab/{'ab' * 32}.small.webp",
        "original_images/gone.jpg",
        "images/gone.width-200.webp",
        "private_images/77/gone.width-200.webp",
        "documents/gone.pdf",
        "videos/gone.mp4",
    ],
)
def test_old_file_without_a_row_goes_and_a_young_one_stays(everything, own_media, name):
    default_storage.save(name, ContentFile(b"x"))
    assert check_files(remove=True).orphans == []
    make_old(own_media)
    assert check_files().orphans == [name]
    assert default_storage.exists(name)
    found = check_files(remove=True)
    assert (found.orphans, found.removed) == ([name], 1)
    assert not default_storage.exists(name)


def test_video_of_a_pages_history_stays(everything, product_index, own_media):
    name = public_video(everything[Kind.VIDEO])
    page = make_product(product_index)
    page.videos = [ProductVideo(file=name)]
    page.save_revision()
    UploadedFile.objects.filter(kind=Kind.VIDEO).delete()
    make_old(own_media)
    found = check_files(remove=True)
    assert found.orphans == [everything[Kind.VIDEO].file_name]
    assert default_storage.exists(name)


def test_removed_upload_takes_its_blob_and_small_size_along(everything, own_media):
    everything[Kind.PICTURE].delete()
    make_old(own_media)
    name = everything[Kind.PICTURE].file_name
    assert check_files(remove=True).removed == 2
    assert not default_storage.exists(name)


@pytest.mark.parametrize("damage", ["gone", "cut off"])
def test_lost_file_is_named_and_fails_the_command(everything, capsys, damage):
    name = everything[Kind.DOCUMENT].file_name
    path = Path(default_storage.path(name))
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CommandError):
        call_command("check_files")
    assert f"lost: {name}" in capsys.readouterr().err


def test_command_sums_up(everything, capsys):
    call_command("check_files", older_than=0)
    said = capsys.readouterr().out
    assert said == "files: 6 checked, 0 lost, 0 without a row, 0 removed\n"


def test_files_of_another_database_are_left_alone(own_media, db, caplog):
    for number in range(60):
        default_storage.save(f"original_images/{number}.jpg", ContentFile(b"x"))
    make_old(own_media)
    nightly_check()
    assert len(stored(own_media)) == 60
    assert "original_images" in caplog.text
    with pytest.raises(CommandError):
        call_command("check_files", remove=True)


def test_same_content_again_mends_a_damaged_blob(db):
    vendor = make_vendor()
    first = take_upload(upload(paper(), "a.pdf"), vendor=vendor, kind=Kind.LICENCE, by=None)
    Path(default_storage.path(first.file_name)).write_bytes(b"damaged")
    take_upload(upload(paper(), "a.pdf"), vendor=vendor, kind=Kind.LICENCE, by=None)
    with default_storage.open(first.file_name) as file:
        assert digest_of(file) == first.sha256


def database_url():
    """Where the test's database is, for another process."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    person = quote(found["USER"], safe="")
    if found["PASSWORD"]:
        person += ":" + quote(found["PASSWORD"], safe="")
    host = quote(found["HOST"] or "localhost", safe="")
    return f"postgres://{person}@{host}:{found['PORT'] or 5432}/{found['NAME']}"


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_of_uploads_nothing_acknowledged_is_lost(own_media):
    vendor = make_vendor()
    acknowledged = []
    for first in (0, 1000, 2000):
        acknowledged += uploaded_until_killed(own_media, vendor, first, files=12)
    rows = UploadedFile.objects.in_bulk([number for number in acknowledged])
    assert len(rows) == len(acknowledged) == 36
    for row in UploadedFile.objects.all():
        with default_storage.open(row.file_name) as file:
            assert digest_of(file) == row.sha256
    make_old(own_media)
    check_files(remove=True)
    assert stored(own_media) == set(UploadedFile.objects.values_list("file_name", flat=True))


def uploaded_until_killed(media, vendor, first, files):
    """The numbers of the uploads that the process acknowledged before it was killed."""
    command = [sys.executable, "-m", "tests.catalog.uploading", media, str(vendor.pk), str(first)]
    child = subprocess.Popen(
        command,
        cwd=django_settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": database_url()},
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [child.stdout.readline().strip() for _file in range(files)]
    child.send_signal(signal.SIGKILL)
    child.wait()
    return [UploadedFile._meta.pk.to_python(line) for line in lines]
