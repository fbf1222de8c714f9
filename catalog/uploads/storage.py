"""Where uploaded content lies: under its own hash, below a folder that no address leads to.

A blob is written under another name, forced to disk and renamed before any row speaks of
it; so a crash leaves a blob without a row at worst, which the nightly check takes away.
Nothing else deletes a blob, because many rows may share one.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, default_storage

FOLDER = "vendor_files"
CHUNK = 1024 * 1024


def blob_name(sha256: str, extension: str) -> str:
    return f"{FOLDER}/{sha256[:2]}/{sha256}.{extension}"


def digest_of(file: File) -> str:
    """The SHA-256 of what the file holds."""
    digest = hashlib.sha256()
    for chunk in chunks_of(file):
        digest.update(chunk)
    return digest.hexdigest()


def chunks_of(file):
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk
    file.seek(0)


def keep_blob(file: File, *, sha256: str, extension: str) -> str:
    """Store the content under its hash, safe on disk when this returns; the storage's name.

    Written even if it is there already: that costs little, mends a damaged blob, and makes
    it young, so that a nightly check under way leaves it alone.
    """
    return keep(file, blob_name(sha256, extension))


def keep(file: File, name: str) -> str:
    """Store exactly under this name, in the place of what may be there."""
    storage = default_storage
    if _is_local(storage):
        _write(file, Path(storage.path(name)), storage)
    elif not storage.exists(name):
        file.seek(0)
        storage.save(name, file)
    return name


def _is_local(storage: Storage) -> bool:
    wrapped = getattr(storage, "_wrapped", storage)
    return isinstance(wrapped, FileSystemStorage) or isinstance(storage, FileSystemStorage)


def _write(file, path, storage):
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            for chunk in chunks_of(file):
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        mode = storage.file_permissions_mode
        os.chmod(unfinished, 0o644 if mode is None else mode)
        os.replace(unfinished, path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    _force_folder(path.parent)


def _force_folder(folder):
    """The name too is safe only once its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
