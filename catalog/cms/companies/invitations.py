"""Inviting the owner of a company that the centre has entered, and withdrawing that."""

from django.contrib import messages
from django.forms import ChoiceField
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from catalog.companies import InvitationGone, Uninvitable, invite, revoke
from catalog.models import Invitation, Membership
from center_site.languages import LANGUAGES

from .decisions import PermittedView
from .lists import DecisionIndexView


class InvitationForm(WagtailAdminModelForm):
    """To the one who will own the company's entry; further people are invited by the owner."""

    language_code = ChoiceField(
        label=gettext_lazy("Language of the invitation"),
        choices=[(language.code, language.own_name) for language in LANGUAGES],
    )

    def save(self, commit=True):
        """Raises Uninvitable, before anything is kept or sent."""
        return invite(
            self.instance.vendor,
            email=self.cleaned_data["email"],
            role=Membership.Role.OWNER,
            language_code=self.cleaned_data["language_code"],
            by=self.for_user,
        )


class InviteView(generic.CreateView):
    def save_instance(self):
        """The invitation that was made; the form's own object is never kept."""
        invitation = self.form.save()
        log(instance=invitation, action="wagtail.create", content_changed=True)
        return invitation

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Uninvitable as refusal:
            form.add_error(None, self.words_for(refusal.code))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def words_for(self, code):
        return {
            "member": _("This person acts for the company already."),
            "invited": _("This address has an invitation that is still open."),
            "owner": _("The company has an owner, who invites further people."),
            "many": _("Many invitations of this company were sent today. Go on tomorrow."),
        }[code]


class InvitationIndexView(DecisionIndexView):
    related = ("vendor", "invited_by")

    def get_add_url(self):
        return generic.IndexView.get_add_url(self)


class InvitationView(PermittedView, WagtailAdminTemplateMixin, TemplateView):
    """One invitation; while it is open it can be withdrawn."""

    template_name = "catalog/cms/companies/invitation.html"
    header_icon = "mail"
    index_url_name = ""

    def get_page_title(self):
        return self.kwargs_object().email

    def kwargs_object(self):
        rows = Invitation.objects.select_related("vendor", "invited_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(object=self.kwargs_object(), **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            revoke(self.kwargs_object())
        except InvitationGone:
            messages.error(request, _("This invitation was accepted or withdrawn already."))
        else:
            messages.success(request, _("The invitation no longer opens anything."))
        return redirect(self.index_url_name)


class InvitationViewSet(ModelViewSet):
    model = Invitation
    name = "company_invitations"
    icon = "mail"
    menu_label = gettext_lazy("Invitations")
    index_view_class = InvitationIndexView
    add_view_class = InviteView
    add_to_reference_index = False
    copy_view_enabled = False
    search_fields = ["email", "vendor__name_ko", "vendor__name_zh", "vendor__name_en"]
    search_backend_name = None
    ordering = ["-created_at"]
    list_display = [
        "email",
        Column("vendor", label=gettext_lazy("Company")),
        Column("role", label=gettext_lazy("Role"), accessor="get_role_display"),
        DateColumn("created_at", label=gettext_lazy("Sent"), sort_key="created_at"),
        DateColumn("accepted_at", label=gettext_lazy("Accepted"), sort_key="accepted_at"),
        BooleanColumn("is_open", label=gettext_lazy("Open")),
    ]
    edit_handler = ObjectList(
        [FieldPanel("vendor"), FieldPanel("email"), FieldPanel("language_code")],
        base_form_class=InvitationForm,
    )

    def get_urlpatterns(self):
        shown = InvitationView.as_view(
            permission_policy=self.permission_policy, index_url_name=self.get_url_name("index")
        )
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("<int:pk>/", shown, name="edit"),
        ]
