"""The texts that people agree to: new versions are written, used ones stay as they are."""

from django.db.models import Max
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet

from catalog.models import ConsentText
from center_site.panels import side_by_side

from .invitations import InvitationIndexView


class ConsentTextForm(WagtailAdminModelForm):
    """A text gets the next number of its purpose; that it is used, the model's `clean` tells."""

    def save(self, commit=True):
        if self.instance.pk is None:
            used = ConsentText.objects.filter(purpose=self.instance.purpose)
            self.instance.version = (used.aggregate(last=Max("version"))["last"] or 0) + 1
        return super().save(commit)


class ConsentTextIndexView(InvitationIndexView):
    related = ()


class ConsentTextViewSet(ModelViewSet):
    model = ConsentText
    name = "consent_texts"
    icon = "doc-full"
    menu_label = _("Consent texts")
    index_view_class = ConsentTextIndexView
    add_to_reference_index = False
    copy_view_enabled = False
    ordering = ["purpose", "-version"]
    list_display = [
        "__str__",
        Column("version", label=_("Version")),
        DateColumn("created_at", label=_("In force since"), sort_key="created_at"),
    ]
    edit_handler = ObjectList(
        [FieldPanel("purpose"), side_by_side("text")], base_form_class=ConsentTextForm
    )

    def get_common_view_kwargs(self, **kwargs):
        """Versions are neither deleted nor written over, so there is no history to show."""
        absent = dict.fromkeys(("delete_url_name", "history_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**{**absent, **kwargs})

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("<int:pk>/", self.edit_view, name="edit"),
        ]
