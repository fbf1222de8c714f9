"""Rows and files against each other, both ways: no row without its file, no file without a row.

A file that no row speaks of is what a crash left, or what was let go of. It is taken away
only when it is old enough that no request can be about to write its row; the rows are read
after the files, so that what came meanwhile is known. A folder most of whose files are
unknown belongs to another database, as a mistyped setting makes it: it is left alone.
"""

import datetime
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.db import models
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Revision

from catalog.models import ProductVideo, UploadedFile
from center_site.models import CenterImage, CenterRendition

from .storage import FOLDER

DEFAULT_HOURS = 24
# Of so many files or more, so large a share without a row is somebody else's.
MANY_FILES = 50
STRANGE_SHARE = 0.5
logger = logging.getLogger(__name__)


@dataclass
class Findings:
    """Names in storage: rows' files that are gone or cut off, files that no row has, and
    folders most of whose files no row has."""

    lost: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    checked: int = 0
    removed: int = 0


@dataclass(frozen=True)
class Folder:
    """A folder of the storage, and what knows its files."""

    name: str
    rows: Callable[[], models.QuerySet]
    column: str = "file"
    is_known: Callable[[str], bool] = lambda name: False


def check_files(*, remove: bool = False, older_than_hours: int = DEFAULT_HOURS) -> Findings:
    """Compare storage and database. With `remove`, orphans older than that are deleted."""
    findings = Findings()
    before = timezone.now() - datetime.timedelta(hours=older_than_hours)
    for folder in FOLDERS:
        orphans, files = _old_orphans(folder, before)
        findings.orphans += orphans
        _find_lost(folder, findings)
        if files >= MANY_FILES and len(orphans) > files * STRANGE_SHARE:
            findings.strange.append(folder.name)
        elif remove:
            findings.removed += sum(_remove(folder, name, before) for name in orphans)
    return findings


def nightly_check() -> None:
    """The check as a chore: it takes away what nobody has, and logs what needs somebody."""
    findings = check_files(remove=True)
    if findings.lost:
        logger.error("%d rows have lost their file: check_files names them", len(findings.lost))
    for name in findings.strange:
        logger.error("%s: most files have no row in this database; none is removed", name)


def _old_orphans(folder, before):
    """(old files without a row, number of all files) of one folder and those in it."""
    orphans, files = [], 0
    for names in _by_folder(folder.name):
        files += len(names)
        orphans += [
            name
            for name in _without_row(folder, names)
            if _is_older(name, before) and not folder.is_known(name)
        ]
    return orphans, files


def _by_folder(folder) -> Iterator[list[str]]:
    """The names of one folder after the other, so that few are in memory at once."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    if files:
        yield [f"{folder}/{name}" for name in files]
    for name in folders:
        yield from _by_folder(f"{folder}/{name}")


def _without_row(folder, names):
    inside = f"{PurePosixPath(names[0]).parent}/"
    rows = folder.rows().filter(**{f"{folder.column}__startswith": inside})
    known = set(rows.values_list(folder.column, flat=True).iterator())
    stems = {_stem(name) for name in known} if folder.name == FOLDER else set()
    return [name for name in names if name not in known and _stem(name) not in stems]


def _stem(name):
    """A blob's hash; its thumbnail begins with the same."""
    return PurePosixPath(name).name.partition(".")[0]


def _is_older(name, before):
    try:
        return default_storage.get_modified_time(name) < before
    except FileNotFoundError:
        return False


def _remove(folder, name, before):
    """Look once more at the last moment: the same content may just have come again."""
    if not _without_row(folder, [name]) or not _is_older(name, before):
        return 0
    default_storage.delete(name)
    return 1


def _find_lost(folder, findings):
    rows = folder.rows().filter(**{f"{folder.column}__startswith": f"{folder.name}/"}).order_by()
    for name in rows.values_list(folder.column, flat=True).distinct().iterator():
        findings.checked += 1
        if not default_storage.exists(name):
            findings.lost.append(name)
    if folder.name == FOLDER:
        sizes = rows.values_list("file_name", "size_bytes").distinct()
        findings.lost += [name for name, size in sizes.iterator() if _is_cut_off(name, size)]


def _is_cut_off(name, size):
    try:
        return default_storage.size(name) != size
    except FileNotFoundError:
        return False


def _is_kept_video(name):
    """Whether an upload or a page's history still speaks of it."""
    if UploadedFile.objects.filter(sha256=_stem(name), kind=UploadedFile.Kind.VIDEO).exists():
        return True
    written = Revision.objects.annotate(written=Cast("content", models.TextField()))
    return written.filter(written__contains=name).exists()


FOLDERS = (
    Folder(FOLDER, UploadedFile.objects.all, "file_name"),
    Folder("original_images", CenterImage.objects.all),
    Folder("images", CenterRendition.objects.all),
    Folder("private_images", CenterRendition.objects.all),
    Folder("documents", Document.objects.all),
    Folder("videos", ProductVideo.objects.all, is_known=_is_kept_video),
)
