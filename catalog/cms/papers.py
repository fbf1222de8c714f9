"""The CMS's own form for papers: what editors upload passes the same checks as anybody's."""

from wagtail.documents.forms import BaseDocumentForm

from catalog.models import UploadedFile
from catalog.uploads.checking import check


class CheckedDocumentForm(BaseDocumentForm):
    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check(file, kind=UploadedFile.Kind.DOCUMENT, name=file.name)
        return file
