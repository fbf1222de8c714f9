"""A company's private files, for the staff who judge them."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from catalog.models import Submission, UploadedFile
from catalog.review import can_see
from catalog.uploads import respond, thumbnail


def for_readers(view):
    """Give the view the submission, for staff who may read what companies hand in."""

    @wraps(view)
    def guarded(request, pk, **kwargs):
        if not can_see(request.user):
            raise PermissionDenied
        found = Submission.objects.filter(submitted_at__isnull=False).select_related("vendor")
        return view(request, get_object_or_404(found, pk=pk), **kwargs)

    return guarded


@require_safe
@for_readers
def show_file(request, submission, upload_id):
    return respond(_upload(submission, upload_id), request)


@require_safe
@for_readers
def show_thumbnail(request, submission, upload_id):
    return thumbnail(_upload(submission, upload_id))


def _upload(submission, upload_id):
    return get_object_or_404(UploadedFile, pk=upload_id, submission=submission)
