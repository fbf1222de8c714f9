"""Deciding on what a company has handed in: all that matters on one page, two buttons."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from catalog.companies import (
    AlreadyDecided,
    NotAllowed,
    NoteMissing,
    TransferRefused,
    compare,
    confirm_transfer,
    decide_profile,
    decide_verification,
    refuse_transfer,
    same_number,
)
from catalog.models import CompanyVerification, OwnershipTransfer, ProfileChange
from catalog.registration_numbers import written
from catalog.uploads import respond


class DecisionForm(forms.Form):
    """A note to the company, needed where something is rejected."""

    note = forms.CharField(
        label=gettext_lazy("Note to the company"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("The company reads it. A rejection needs a reason."),
    )


class PermittedView(View):
    """Whoever may view the list may look; deciding takes the right to change."""

    permission_policy = None

    def dispatch(self, request, *args, **kwargs):
        wanted = {"change"} if request.method == "POST" else {"view", "change"}
        if not self.permission_policy.user_has_any_permission(request.user, wanted):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class DecideView(PermittedView, WagtailAdminTemplateMixin, TemplateView):
    """One decision. Subclasses say what is shown and what the two buttons do."""

    model = None
    related = ("vendor", "submitted_by", "reviewed_by")
    index_url_name = edit_url_name = ""
    header_icon = "check"
    _show_breadcrumbs = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = self.model.objects.select_related(*self.related)
        self.object = rows.filter(pk=kwargs["pk"]).first()
        self.form = DecisionForm(request.POST or None)

    def dispatch(self, request, *args, **kwargs):
        if self.object is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return str(self.object.vendor)

    def get_breadcrumbs_items(self):
        options = self.model._meta
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(self.index_url_name), "label": options.verbose_name_plural},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        may_change = self.permission_policy.user_has_permission(self.request.user, "change")
        return super().get_context_data(
            object=self.object,
            form=self.form,
            may_decide=may_change and self.waits(),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        is_approved = "approve" in request.POST
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        try:
            self.decide(is_approved=is_approved, note=self.form.cleaned_data["note"])
        except NoteMissing:
            self.form.add_error("note", _("Please tell the company why."))
            return self.render_to_response(self.get_context_data(), status=422)
        except (NotAllowed, AlreadyDecided, TransferRefused) as refusal:
            messages.error(request, self.words_for(refusal))
            return redirect(self.index_url_name)
        messages.success(request, _("Decided. The company has been told."))
        return redirect(self.index_url_name)

    def words_for(self, refusal):
        return {
            NotAllowed: _("You act for this company yourself, so somebody else decides."),
            AlreadyDecided: _("This no longer waits: it was decided or taken back meanwhile."),
            TransferRefused: _("The people of the company have changed since. Nothing was done."),
        }[type(refusal)]

    def waits(self):
        return self.object.status == self.object.Status.SUBMITTED

    def decide(self, *, is_approved, note):
        raise NotImplementedError


class DecideVerification(DecideView):
    model = CompanyVerification
    related = (*DecideView.related, "licence")
    template_name = "catalog/cms/companies/verification.html"

    def decide(self, **decision):
        decide_verification(self.object, by=self.request.user, **decision)

    def get_context_data(self, **kwargs):
        row = self.object
        return super().get_context_data(
            number=written(row.registration_number, row.country_code),
            same_number=list(same_number(row)),
            earlier=row.vendor.verifications.exclude(pk=row.pk).select_related("reviewed_by"),
            **kwargs,
        )


class DecideProfile(DecideView):
    model = ProfileChange
    template_name = "catalog/cms/companies/profile.html"

    def decide(self, **decision):
        decide_profile(self.object, by=self.request.user, **decision)

    def get_context_data(self, **kwargs):
        return super().get_context_data(differences=compare(self.object), **kwargs)


class DecideTransfer(DecideView):
    model = OwnershipTransfer
    related = ("vendor", "from_user", "to_user", "reviewed_by")
    template_name = "catalog/cms/companies/transfer.html"

    def waits(self):
        return self.object.status == OwnershipTransfer.Status.ACCEPTED

    def decide(self, *, is_approved, note):
        act = confirm_transfer if is_approved else refuse_transfer
        act(self.object, by=self.request.user)

    def get_context_data(self, **kwargs):
        places = self.object.vendor.memberships.select_related("user")
        return super().get_context_data(places=places, **kwargs)


class OpenLicence(PermittedView):
    """The scan, for the eyes of staff."""

    def get(self, request, pk):
        rows = CompanyVerification.objects.select_related("licence")
        return respond(get_object_or_404(rows, pk=pk).licence, request)
