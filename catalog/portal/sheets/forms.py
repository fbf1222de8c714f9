"""The upload of a spreadsheet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.importing.sheets.imports import MOST_ROWS, take_sheet


class SheetForm(forms.Form):
    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_("An .xlsx or .csv file with at most %(rows)s rows.") % {"rows": MOST_ROWS},
        widget=forms.ClearableFileInput(
            attrs={
                "accept": ".xlsx,.csv,text/csv,"
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
        ),
    )

    def take(self, *, vendor, by, language_code):
        """The import that was begun, or None with the form's errors saying why not."""
        if not self.is_valid():
            return None
        try:
            return take_sheet(
                self.cleaned_data["file"], vendor=vendor, by=by, language_code=language_code
            )
        except forms.ValidationError as error:
            self.add_error("file", error)
            return None
