"""Files as answers: in parts where a player asks for parts, and never as something that runs."""

import re
from mimetypes import guess_type

from django.core.files.storage import Storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header

CHUNK = 64 * 1024
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
# Whatever a browser takes the file for, nothing in it is run.
NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def file_answer(
    storage: Storage, name: str, *, media_type: str = "", request=None, attachment_name: str = ""
) -> HttpResponseBase:
    """The stored file, or the part of it that the request asks for; 404 if it is not there."""
    try:
        file = storage.open(name, "rb")
        size = file.size
    except (FileNotFoundError, IsADirectoryError) as error:
        raise Http404 from error
    media_type = media_type or guess_type(name)[0] or "application/octet-stream"
    part = _asked_part(request, size)
    if part is None:
        answer = FileResponse(file, content_type=media_type)
    elif part:
        answer = _partial(file, part, size, media_type)
    else:
        file.close()
        answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = NOTHING_RUNS
    if attachment_name:
        answer.headers["Content-Disposition"] = content_disposition_header(True, attachment_name)
    return answer


def keep_private(answer: HttpResponseBase) -> HttpResponseBase:
    """For the eyes of the one who asked: nothing between us keeps it."""
    patch_cache_control(answer, private=True, no_store=True)
    return answer


def _asked_part(request, size):
    """(first, last) byte asked for, () if there are no such bytes, None for the whole file."""
    found = ONE_RANGE.fullmatch(request.headers.get("Range", "")) if request else None
    if not found or found[1] == found[2] == "":
        return None
    if found[1] == "":
        first, last = max(0, size - int(found[2])), size - 1
    else:
        first, last = int(found[1]), min(int(found[2] or size - 1), size - 1)
    return (first, last) if first <= last else ()


def _partial(file, part, size, media_type):
    first, last = part
    answer = StreamingHttpResponse(
        _bytes_of(file, first, last), status=206, content_type=media_type
    )
    answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer.headers["Content-Length"] = str(last - first + 1)
    return answer


def _bytes_of(file, first, last):
    with file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
