"""Media: public files to everybody, private ones to those who may see them, the rest to nobody.

Upper apps say what is public and who else may look, by hooks:

- `shows_file(kind, key)`: whether something live shows it;
- `may_see_file(user, kind, key)`: whether this person may see it although nothing does.

`kind` is "picture", "document" or "video"; `key` a number, or the video's name in storage.
Staff with access to the CMS see every file. What may be closed again is asked for anew each
time, by whoever keeps it.
"""

import posixpath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served

from .file_answers import file_answer, keep_private
from .models.images import PRIVATE_FOLDER, PUBLIC_FOLDER
from .staff import is_staff

SHARED_CACHE_SECONDS = 600


@require_safe
def media(request, path):
    """Renditions and videos. Originals and companies' files are never served."""
    if path != posixpath.normpath(path) or path.startswith((".", "/")):
        raise Http404
    answer = FOLDERS.get(path.partition("/")[0])
    if answer is None:
        raise Http404
    return answer(request, path)


def _public_picture(request, path):
    """Where no web server does it. A changed picture gets a new name, so browsers keep it.

    Caches that many people share ask again, because a picture may be taken down.
    """
    if not settings.SERVE_MEDIA:
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    patch_cache_control(
        response,
        public=True,
        max_age=31_536_000,
        s_maxage=SHARED_CACHE_SECONDS,
        immutable=True,
    )
    return response


def _private_picture(request, path):
    number = path.partition("/")[2].partition("/")[0]
    if not (number.isascii() and number.isdecimal() and _may_see(request, "picture", int(number))):
        raise Http404
    return keep_private(file_answer(default_storage, path))


def _video(request, path):
    return _answer(request, "video", path, name=path, etag=path)


FOLDERS = {
    PUBLIC_FOLDER: _public_picture,
    PRIVATE_FOLDER: _private_picture,
    "videos": _video,
}


@require_safe
def document(request, document_id, filename):
    """A paper, to be downloaded. Wagtail's own view does not know which are public."""
    found = get_object_or_404(get_document_model(), pk=document_id)
    if found.filename != filename:
        raise Http404
    for before in hooks.get_hooks("before_serve_document"):
        stopped = before(found, request)
        if isinstance(stopped, HttpResponse):
            return stopped
    document_served.send(sender=type(found), instance=found, request=request)
    return _answer(
        request,
        "document",
        found.pk,
        name=found.file.name,
        etag=found.file_hash,
        attachment_name=_name_for_people(found),
    )


def _name_for_people(document):
    """Its title, which may be what its company called it; in storage it has a hash's name."""
    ending = f".{document.file_extension}"
    title = document.title.replace("/", "-")
    return title if title.lower().endswith(ending.lower()) else title + ending


def _answer(request, kind, key, *, name, etag, attachment_name=""):
    is_public = any(shows(kind, key) for shows in hooks.get_hooks("shows_file"))
    if not is_public and not _may_see(request, kind, key):
        raise Http404
    response = file_answer(default_storage, name, request=request, attachment_name=attachment_name)
    if not is_public:
        return keep_private(response)
    response.headers["ETag"] = quote_etag(etag)
    patch_cache_control(response, public=True, no_cache=True)
    return get_conditional_response(request, etag=response.headers["ETag"], response=response)


def _may_see(request, kind, key):
    return is_staff(request.user) or (
        request.user.is_authenticated
        and any(may(request.user, kind, key) for may in hooks.get_hooks("may_see_file"))
    )
