"""Inquiries for the centre: all companies' in one list, to read, answer, close and forget.

What a visitor wrote is never edited, so there is no form for it: "change" here means to
answer and close, "delete" to delete the personal data. The row stays for the counts.
"""

import logging

import django_filters
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permissions import ModelPermissionPolicy

from catalog.inquiring import forget, read_history
from catalog.inquiring.steps import AnswerForm, NoteForm, StateForm, forms_for
from catalog.models import Inquiry, Vendor

from .product_filters import VendorFilterChooser

logger = logging.getLogger(__name__)
POLICY = ModelPermissionPolicy(Inquiry)
STEPS = {"answer": AnswerForm, "note": NoteForm, "state": StateForm}


class InquiryFilterSet(WagtailFilterSet):
    # Thousands of companies: chosen in a dialog, never listed.
    vendor = django_filters.ModelChoiceFilter(
        queryset=Vendor.objects.all(),
        label=gettext_lazy("Company"),
        widget=VendorFilterChooser(Vendor),
    )

    class Meta:
        model = Inquiry
        fields = ["status", "kind", "vendor"]


class InquiryIndexView(IndexView):
    model = Inquiry
    page_title = gettext_lazy("Inquiries")
    header_icon = "mail"
    permission_policy = POLICY
    filterset_class = InquiryFilterSet
    default_ordering = "-created_at"
    paginate_by = 50
    is_searchable = False

    def get_base_queryset(self):
        return Inquiry.objects.select_related("vendor").prefetch_related("products")

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "kind",
                label=gettext_lazy("Inquiry"),
                accessor="get_kind_display",
                get_url=lambda inquiry: reverse("inquiries:read", args=[inquiry.pk]),
            ),
            Column("vendor", label=gettext_lazy("Company"), sort_key="vendor__slug"),
            Column("products", label=gettext_lazy("Products"), accessor=_products),
            Column(
                "status",
                label=gettext_lazy("Status"),
                accessor="get_status_display",
                sort_key="status",
            ),
            DateColumn("created_at", label=gettext_lazy("Received"), sort_key="created_at"),
        ]


def _products(inquiry):
    return ", ".join(product.heading.text for product in inquiry.products.all())


class InquiryScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A screen about one inquiry."""

    permission_policy = POLICY
    header_icon = "mail"

    @cached_property
    def inquiry(self):
        return get_object_or_404(Inquiry.objects.select_related("vendor"), pk=self.kwargs["pk"])

    @property
    def page_title(self):
        return str(self.inquiry)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("inquiries:index"), "label": _("Inquiries")},
            {"url": "", "label": self.page_title},
        ]

    def may(self, action):
        return self.permission_policy.user_has_permission(self.request.user, action)


class ReadView(InquiryScreen):
    """The visitor's words, the history, and for those who may, the ways to answer."""

    any_permission_required = ["view", "change"]
    template_name = "catalog/cms/inquiry.html"

    def get_context_data(self, **bound):
        steps = read_history(self.inquiry)
        return {
            **super().get_context_data(),
            "inquiry": self.inquiry,
            "products": self.inquiry.products.select_related("vendor"),
            "steps": steps,
            "may_answer": self.may("change") and not self.inquiry.purged_at,
            "may_forget": self.may("delete") and not self.inquiry.purged_at,
            **forms_for(self.inquiry, len(steps), **bound),
        }


class StepView(ReadView):
    """Answer, keep a note, close or open again; what could not be done is shown with its text."""

    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk, step):
        if step not in STEPS:
            raise Http404
        form = STEPS[step](request.POST, prefix=step)
        if form.carry_out(self.inquiry, by=request.user):
            messages.success(request, _("Done."))
            return redirect("inquiries:read", pk)
        self.inquiry.refresh_from_db()
        return self.render_to_response(self.get_context_data(**{f"{step}_form": form}))


class ForgetView(InquiryScreen):
    """Delete the visitor's personal data at once, at their request, after a second look."""

    permission_required = "delete"
    template_name = "catalog/cms/inquiry_forget.html"

    def get_context_data(self, **kwargs):
        batch = Inquiry.objects.filter(batch_key=self.inquiry.batch_key).select_related("vendor")
        return {**super().get_context_data(**kwargs), "inquiry": self.inquiry, "batch": batch}

    def post(self, request, pk):
        forget(self.inquiry.batch_key)
        logger.info("inquiry %s: personal data deleted on request by user %s", pk, request.user.pk)
        messages.success(request, _("The visitor's personal data is deleted."))
        return redirect("inquiries:read", pk)


class InquiryMenuItem(MenuItem):
    def is_shown(self, request):
        return POLICY.user_has_any_permission(request.user, ["view", "change"])


class InquiryViewSet(ViewSet):
    name = "inquiries"
    icon = "mail"
    menu_label = gettext_lazy("Inquiries")
    menu_order = 130
    add_to_admin_menu = True
    menu_item_class = InquiryMenuItem

    def get_urlpatterns(self):
        urls = {"index_url_name": "inquiries:index", "index_results_url_name": "inquiries:results"}
        return [
            path("", InquiryIndexView.as_view(**urls), name="index"),
            path("results/", InquiryIndexView.as_view(**urls, results_only=True), name="results"),
            path("<int:pk>/", ReadView.as_view(), name="read"),
            path("<int:pk>/forget/", ForgetView.as_view(), name="forget"),
            path("<int:pk>/<slug:step>/", StepView.as_view(), name="step"),
        ]
