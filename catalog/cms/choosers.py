"""Choosing a company out of thousands, by any part of its name in any script."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser


class VendorSearchForm(BaseFilterForm):
    """Looks inside the names: Wagtail's search finds the beginnings of words only."""

    q = forms.CharField(
        label=_("Search term"),
        widget=forms.TextInput(attrs={"placeholder": _("Name of the company")}),
        required=False,
    )

    def filter(self, vendors):
        self.search_query = self.cleaned_data.get("q", "").strip()
        self.is_searching = bool(self.search_query)
        return vendors.named(self.search_query)


class VendorColumns:
    """Search and columns of both the dialog and its results."""

    filter_form_class = VendorSearchForm

    @property
    def columns(self):
        country = Column("country", label=_("Country"), accessor="get_country_code_display")
        return [*super().columns, country]


class ChooseVendorView(VendorColumns, ChooseView):
    pass


class ChooseVendorResultsView(VendorColumns, ChooseResultsView):
    pass


class VendorChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseVendorView
    choose_results_view_class = ChooseVendorResultsView

    @cached_property
    def widget_class(self):
        """Wagtail writes these words once, in the language in which the server started."""
        chooser = AdminSnippetChooser(model=self.model, icon=self.icon)
        chooser.choose_one_text = _("Choose a company")
        chooser.choose_another_text = _("Choose another company")
        chooser.link_to_chosen_text = _("Edit this company")
        return chooser
