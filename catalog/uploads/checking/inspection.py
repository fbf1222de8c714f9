"""Every file on its way in passes here, whatever its kind."""

from dataclasses import dataclass

from django.core.files.base import ContentFile, File

from catalog.models import UploadedFile
from center_site.picture_files import EXTENSIONS as PICTURES
from center_site.picture_files import clean_picture

from .names import extension_of
from .papers import check_paper
from .refusals import refusal
from .sheets import check_table, check_workbook
from .videos import check_video

Kind = UploadedFile.Kind
ACCEPTED = {
    Kind.PICTURE: (*PICTURES,),
    Kind.DOCUMENT: ("pdf",),
    Kind.VIDEO: ("mp4",),
    Kind.LICENCE: (*PICTURES, "pdf"),
    Kind.SHEET: ("xlsx", "csv"),
}
# The test file that every virus scanner knows, in two parts so that none finds it here.
TEST_VIRUS = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
CHUNK = 1024 * 1024


@dataclass(frozen=True)
class CheckedFile:
    """What will be stored: the content, and what its name and header have to say."""

    content: File
    extension: str
    media_type: str
    width: int | None = None
    height: int | None = None


def check(file: File, *, kind: str, name: str) -> CheckedFile:
    """What of this file may be stored. Raises ValidationError saying what is wrong with it."""
    extension = extension_of(name)
    if not file.size:
        raise refusal("empty")
    if extension not in ACCEPTED[kind]:
        accepted = ", ".join(sorted(ACCEPTED[kind])).upper()
        raise refusal("wrong_kind", extension=f".{extension}"[:11], accepted=accepted)
    # The size limit of the kind comes first: what is too large is not read to its end.
    checked = CHECKS.get(extension, _picture)(file, name)
    _refuse_test_virus(file)
    return checked


def _picture(file, name):
    clean = clean_picture(file, name)
    content = ContentFile(clean.content)
    return CheckedFile(content, clean.extension, clean.media_type, clean.width, clean.height)


def _paper(file, name):
    check_paper(file)
    return CheckedFile(file, "pdf", "application/pdf")


def _video(file, name):
    check_video(file)
    return CheckedFile(file, "mp4", "video/mp4")


def _workbook(file, name):
    check_workbook(file)
    return CheckedFile(
        file, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )


def _table(file, name):
    check_table(file)
    return CheckedFile(file, "csv", "text/csv")


CHECKS = {"pdf": _paper, "mp4": _video, "xlsx": _workbook, "csv": _table}


def _refuse_test_virus(file):
    tail = b""
    file.seek(0)
    while chunk := file.read(CHUNK):
        if TEST_VIRUS in tail + chunk:
            raise refusal("test_virus")
        tail = chunk[-len(TEST_VIRUS) :]
    file.seek(0)
