"""What a reviewer sends: remarks beside the fields, a note, and one decision about it all."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.models import Submission, SubmissionComment

GENERAL = ""
PREFIX = "comment-"


class ReviewForm(forms.Form):
    """One form for the whole screen, so that no button loses what was typed elsewhere."""

    revision_id = forms.IntegerField(widget=forms.HiddenInput, required=False)
    note = forms.CharField(
        label=_("Note to the company"),
        required=False,
        max_length=Submission._meta.get_field("review_note").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The company reads it with your decision. Needed to reject."),
    )
    one_language = forms.BooleanField(
        label=_("Publish although words are missing in one language"), required=False
    )

    def __init__(self, *args, field_labels, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[PREFIX] = self._box(_("General comment"))
        for name, label in field_labels.items():
            self.fields[PREFIX + name] = self._box(label)

    def _box(self, label):
        return forms.CharField(
            label=label,
            required=False,
            max_length=SubmissionComment._meta.get_field("text").max_length,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self):
        cleaned = super().clean()
        action = self.data.get("action")
        if action == "reject" and not cleaned.get("note"):
            self.add_error("note", _("Say why it is rejected."))
        if action == "changes" and not cleaned.get("note") and not self.remarks:
            self.add_error("note", _("Say what is to be changed, here or beside a field."))
        if action == "comment" and not self.remarks:
            self.add_error(PREFIX, _("Write a comment first."))
        return cleaned

    @property
    def remarks(self):
        """{field name, or "" for the whole listing: text} of what was written."""
        return {
            name.removeprefix(PREFIX): text
            for name, text in self.cleaned_data.items()
            if name.startswith(PREFIX) and text
        }

    @property
    def has_typed(self):
        return any(self.data.get(name) for name in self.fields if name not in ("revision_id",))
