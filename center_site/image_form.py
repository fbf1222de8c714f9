"""The CMS's own form for pictures: what editors upload is cleaned like anybody's."""

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.forms import BaseImageForm

from .picture_files import clean_picture


class CleanImageForm(BaseImageForm):
    """Stores the picture drawn anew, and private until something live shows it."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        clean = clean_picture(file, file.name)
        stem = file.name.rpartition(".")[0]
        return SimpleUploadedFile(f"{stem}.{clean.extension}", clean.content, clean.media_type)

    def save(self, commit=True):
        if self.instance.pk is None:
            self.instance.is_private = True
        return super().save(commit=commit)
