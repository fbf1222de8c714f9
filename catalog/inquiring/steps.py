"""What is written to an inquiry by the company or the centre: two small forms, one way in.

Both sides do the same things on different screens. `take_step` does what a posted form asks
and says what became of it, so that the screens only show it.
"""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import Inquiry

from .answering import Changed, TooMany, Unanswerable, add_note, answer, close, record_call, reopen

CHANGED = _(
    "Somebody has written or decided in the meantime, or this page was sent twice. Nothing was"
    " done and your text is still here: please read the history first."
)
UNANSWERABLE = _("This inquiry can no longer be answered. Nothing was sent.")

TOO_MANY = _("This inquiry has been answered many times today. Please go on tomorrow.")


class StepForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def carry_out(self, inquiry, *, by) -> bool:
        """Do what was filled in; False, with the reason among the errors, if it cannot be done."""
        if not self.is_valid():
            return False
        try:
            self.act(inquiry, by=by, seen=self.cleaned_data["seen"])
        except Changed:
            self.add_error(None, forms.ValidationError(CHANGED, code="changed"))
        except TooMany:
            self.add_error(None, forms.ValidationError(TOO_MANY, code="too_many"))
        except Unanswerable:
            self.add_error(None, forms.ValidationError(UNANSWERABLE, code="unanswerable"))
        return not self.errors


class AnswerForm(StepForm):
    text = forms.CharField(
        label=_("Your answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    share_address = forms.BooleanField(
        label=_("Let the visitor reply to my own e-mail address."), required=False
    )

    def act(self, inquiry, *, by, seen):
        data = self.cleaned_data
        answer(inquiry, by=by, text=data["text"], seen=seen, share_address=data["share_address"])


class NoteForm(StepForm):
    text = forms.CharField(
        label=pgettext_lazy("inquiry", "Note"),
        max_length=4000,
        help_text=_("Only the company and the centre read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_call = forms.BooleanField(
        label=_("I have answered the visitor by telephone."), required=False
    )

    def act(self, inquiry, *, by, seen):
        keep = record_call if self.cleaned_data["is_call"] else add_note
        keep(inquiry, by=by, text=self.cleaned_data["text"], seen=seen)


class StateForm(StepForm):
    """Close what is open, open what is closed."""

    to = forms.ChoiceField(choices=[("closed", ""), ("open", "")], widget=forms.HiddenInput)

    def act(self, inquiry, *, by, seen):
        change = close if self.cleaned_data["to"] == "closed" else reopen
        change(inquiry, by=by, seen=seen)


def forms_for(inquiry: Inquiry, seen: int, **bound) -> dict[str, forms.Form]:
    """The three forms below an inquiry's history; `bound` ones take the place of fresh ones."""
    to = "open" if inquiry.status == Inquiry.Status.CLOSED else "closed"
    fresh = {
        "answer_form": AnswerForm(initial={"seen": seen}, prefix="answer"),
        "note_form": NoteForm(initial={"seen": seen}, prefix="note"),
        "state_form": StateForm(initial={"seen": seen, "to": to}, prefix="state"),
    }
    return {**fresh, **bound}
