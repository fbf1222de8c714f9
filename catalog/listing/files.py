"""What is said about a listing's files, and their order. Taking files in is `uploads`' business."""

from decimal import Decimal

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import Submission, UploadedFile
from catalog.models.submissions import EDITABLE
from catalog.uploads import remove_upload

from .fields import WordsField
from .labels import UPLOAD_LABELS

Kind = UploadedFile.Kind
HUNDREDTH = Decimal("0.01")


class FileForm(forms.Form):
    """The words of one file, and what matters most in a picture, in percent of its size."""

    caption_ko = WordsField(label=UPLOAD_LABELS["caption_ko"], max_length=120)
    caption_zh = WordsField(label=UPLOAD_LABELS["caption_zh"], max_length=120)

    def __init__(self, upload, data=None):
        self.upload = upload
        prefix = f"upload-{upload.pk}"
        super().__init__({**words_of(upload), **_own(data or {}, prefix)}, prefix=prefix)
        if upload.kind == Kind.PICTURE:
            self.fields = {**_picture_fields(), **self.fields}
        if upload.kind == Kind.DOCUMENT:
            self.fields["caption_ko"].label = _("Name of the document (Korean)")
            self.fields["caption_zh"].label = _("Name of the document (Chinese)")

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("focal_x") is None) != (cleaned.get("focal_y") is None):
            cleaned["focal_x"] = cleaned["focal_y"] = None
        return cleaned

    def write(self):
        """Give the file the valid values; the others stay as they are."""
        for name, value in self.cleaned_data.items():
            if name.startswith("focal_"):
                value = None if value is None else value * HUNDREDTH
            setattr(self.upload, name, value)
        self.upload.save(update_fields=list(self.cleaned_data))


def _picture_fields():
    percent = {"required": False, "min_value": 0, "max_value": 100, "decimal_places": 2}
    return {
        "alt_ko": WordsField(
            label=UPLOAD_LABELS["alt_ko"],
            max_length=200,
            help_text=_("For people who do not see it."),
        ),
        "alt_zh": WordsField(label=UPLOAD_LABELS["alt_zh"], max_length=200),
        "focal_x": forms.DecimalField(
            label=pgettext_lazy("focal point", "From the left (%)"), **percent
        ),
        "focal_y": forms.DecimalField(
            label=pgettext_lazy("focal point", "From the top (%)"), **percent
        ),
    }


def _own(data, prefix):
    return {name: value for name, value in data.items() if name.startswith(f"{prefix}-")}


def words_of(upload):
    """What the form of this file holds now, by HTML name."""
    names = ["caption_ko", "caption_zh"]
    names += ["alt_ko", "alt_zh"] if upload.kind == Kind.PICTURE else []
    words = {f"upload-{upload.pk}-{name}": getattr(upload, name) for name in names}
    if upload.kind == Kind.PICTURE:
        for name in ("focal_x", "focal_y"):
            share = getattr(upload, name)
            shown = "" if share is None else format((share * 100).normalize(), "f")
            words[f"upload-{upload.pk}-{name}"] = shown
    return words


def files_words(uploads):
    """The same of all of a listing's files."""
    return {name: value for upload in uploads for name, value in words_of(upload).items()}


@transaction.atomic
def save_words(submission, *, data, base):
    """Keep what was typed about the files since `base`; so a stale window overwrites nothing.

    Gives the forms that are not right; what is wrong in them is not kept.
    """
    typed = {name: value for name, value in data.items() if name.startswith("upload-")}
    changed = {name: value for name, value in typed.items() if value != base.get(name, "")}
    forms_ = [
        FileForm(upload, changed)
        for upload in _held(submission)
        if any(name.startswith(f"upload-{upload.pk}-") for name in changed)
    ]
    for form in forms_:
        form.full_clean()
        form.write()
    return [form for form in forms_ if form.errors]


@transaction.atomic
def move(submission, upload, *, by):
    """Put the file `by` places further among its kind (-1 is one place forward)."""
    files = [other for other in _held(submission) if other.kind == upload.kind]
    places = [other.pk for other in files]
    if upload.pk not in places:
        return
    place = places.index(upload.pk)
    files.insert(max(0, place + by), files.pop(place))
    for order, other in enumerate(files):
        UploadedFile.objects.filter(pk=other.pk).update(sort_order=order)


@transaction.atomic
def remove(submission, upload):
    if upload.pk in [other.pk for other in _held(submission)]:
        remove_upload(upload)


def _held(submission):
    """The listing's files, as long as its company may write; the row is locked meanwhile."""
    mine = Submission.objects.select_for_update().filter(pk=submission.pk, status__in=EDITABLE)
    return list(submission.uploads.all()) if mine.exists() else []
