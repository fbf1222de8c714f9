"""The CMS's own form for pictures: what editors upload is cleaned like anybody's."""

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .picture_files import clean_picture


class CleanImageField(WagtailImageField):
    """Cleans first: Wagtail's own check unpacks the picture before it looks at its size."""

    def to_python(self, data):
        if data in self.empty_values:
            return None
        clean = clean_picture(data, data.name)
        name = f"{data.name.rpartition('.')[0]}.{clean.extension}"
        return super().to_python(SimpleUploadedFile(name, clean.content, clean.media_type))


class CleanImageForm(BaseImageForm):
    """Stores the picture drawn anew, and private until something live shows it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if found := self.fields.get("file"):
            self.fields["file"] = CleanImageField(
                label=found.label,
                required=found.required,
                widget=found.widget,
                help_text=found.help_text,
            )

    def save(self, commit=True):
        if self.instance.pk is None:
            self.instance.is_private = True
        return super().save(commit=commit)
