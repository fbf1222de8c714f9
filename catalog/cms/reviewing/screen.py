"""One submission before a reviewer: what is stated, what is public, and the decision."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from catalog import review
from catalog.models import Submission, SubmissionComment
from center_site.refusals import Refusal

from .case import Case
from .forms import ReviewForm

DECISIONS = {
    "take": (review.take, ()),
    "newest": (review.review_newest, ("revision_id",)),
    "changes": (review.request_changes, ("revision_id", "note")),
    "reject": (review.reject, ("revision_id", "note")),
    "approve": (review.approve, ("revision_id", "one_language")),
    "withdraw": (review.withdraw, ("note",)),
}
STAYS = ("take", "newest", "comment")


class ReviewView(PermissionCheckedMixin, WagtailAdminTemplateMixin, BaseObjectMixin, TemplateView):
    """Everything is one form: pressing any button keeps or sends all that was typed."""

    model = Submission
    any_permission_required = ["view", "change"]
    index_url_name = None
    template_name = "catalog/cms/reviewing/submission.html"
    form = None

    def get_base_object_queryset(self):
        handed_in = Submission.objects.filter(submitted_at__isnull=False)
        return handed_in.select_related("vendor", "family", "reviewed_by", "submitted_by", "page")

    @cached_property
    def case(self):
        return Case(self.object, self.request.user)

    def build_form(self, data=None):
        labels = {cell.name: cell.label for cell in self.case.cells}
        initial = {"revision_id": self.case.shown_revision_id}
        return ReviewForm(data, initial=initial, field_labels=labels)

    def get_page_title(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("submissions:index"), "label": _("Submissions")},
            {"url": "", "label": str(self.object), "sublabel": self.object.get_status_display()},
        ]

    def get_context_data(self, **kwargs):
        form = self.form or self.build_form()
        self.case.put_boxes(form)
        return {**super().get_context_data(**kwargs), "case": self.case, "form": form}

    def post(self, request, *args, **kwargs):
        if number := request.POST.get("settle"):
            return self.settle(number)
        self.form = self.build_form(request.POST)
        action = request.POST.get("action", "")
        if not self.form.is_valid():
            return self.show_again(status=422)
        try:
            self.act(action)
        except Refusal as refusal:
            return self.tell(refusal)
        messages.success(request, _("Done: %(state)s") % {"state": self.state_label})
        return redirect(self.own_url if action in STAYS else reverse("submissions:index"))

    @property
    def state_label(self):
        return self.object.get_status_display()

    @property
    def own_url(self):
        return reverse("submissions:edit", args=[self.object.pk])

    @transaction.atomic
    def act(self, action):
        """Remarks first, so that the company finds them when it reads of the decision."""
        user = self.request.user
        for field, text in self.form.remarks.items():
            review.comment(
                self.object,
                by=user,
                text=text,
                field=field,
                from_company=False,
                is_told=action == "comment",
            )
        if action in DECISIONS:
            step, needed = DECISIONS[action]
            arguments = {name: self.form.cleaned_data[name] for name in needed}
            step(self.object, by=user, **arguments)

    def tell(self, refusal):
        """The refusal above the form, which still holds everything typed, on the newest state."""
        messages.error(self.request, refusal.message)
        self.object = self.get_object()
        del self.case
        typed = self.request.POST.copy()
        typed["revision_id"] = self.case.shown_revision_id
        self.form = self.build_form(typed)
        return self.show_again(status=409)

    def settle(self, number):
        """Mark a comment as settled; what was typed elsewhere stays in its boxes."""
        comment = get_object_or_404(
            SubmissionComment, pk=int(number) if number.isdecimal() else 0, submission=self.object
        )
        try:
            review.settle(comment, by=self.request.user)
        except Refusal as refusal:
            return self.tell(refusal)
        self.form = self.build_form(self.request.POST)
        return self.show_again() if self.form.has_typed else redirect(self.own_url)

    def show_again(self, status=200):
        return self.render_to_response(self.get_context_data(), status=status)
