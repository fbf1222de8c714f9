"""The queue: everything companies have handed in, the longest waiting first."""

from django.db.models import F, Prefetch, Q
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from catalog.models import Submission, UploadedFile
from catalog.review import RISKS, can_see
from catalog.search.text import query_words

from .auditing import export_history
from .files import show_file, show_thumbnail
from .filters import SubmissionFilterSet
from .screen import ReviewView

PER_PAGE = 50
NAMES = [f"{name}_{suffix}" for name in ("title", "vendor__name") for suffix in ("ko", "zh", "en")]


def risk_labels(submission):
    return [RISKS[key] for key in submission.risks if key in RISKS]


class TemplateColumn(Column):
    """A column whose cell is a template of ours; `instance` is the submission."""

    def __init__(self, name, **options):
        super().__init__(name, **options)
        self.cell_template_name = f"catalog/cms/reviewing/columns/{name}.html"


COLUMNS = [
    TemplateColumn("picture", label=_("Picture"), width="80px"),
    TemplateColumn("listing", label=_("Listing"), classname="title"),
    Column("vendor", label=_("Company"), accessor="vendor.name", sort_key="vendor__slug"),
    TemplateColumn("languages", label=_("Languages")),
    Column("family", label=_("Family"), accessor="family", sort_key="family__sort_order"),
    TemplateColumn(
        "completeness", label=pgettext_lazy("share", "Complete"), sort_key="completeness"
    ),
    TemplateColumn("risks", label=_("Risk marks"), accessor=risk_labels),
    TemplateColumn("waiting", label=_("Waiting since"), sort_key="submitted_at"),
    TemplateColumn("status", label=_("State, taken by"), sort_key="status"),
]


def handed_in():
    """Listings that the centre may see: those that were handed in at least once."""
    return Submission.objects.filter(submitted_at__isnull=False)


class SubmissionIndexView(IndexView):
    page_title = _("Submissions")
    columns = COLUMNS
    default_ordering = "submitted_at"
    is_searchable = True
    any_permission_required = ["view", "change"]

    def get_add_url(self):
        return None

    def get_base_queryset(self):
        pictures = UploadedFile.objects.filter(kind=UploadedFile.Kind.PICTURE)
        return (
            handed_in()
            .select_related("vendor", "family", "reviewed_by")
            .annotate(is_public=F("page__live"))
            .prefetch_related(Prefetch("uploads", queryset=pictures, to_attr="pictures"))
        )

    def order_queryset(self, queryset):
        return super().order_queryset(queryset).order_by(self.ordering, "pk")

    def search_queryset(self, submissions):
        """Each word in a name: of what is public by our search, of what is new by its titles."""
        for word in query_words(self.search_query):
            found = Q(page__search_document__text__contains=word)
            for name in NAMES:
                found |= Q(**{f"{name}__icontains": word})
            submissions = submissions.filter(found)
        return submissions


class CountingMenuItem(MenuItem):
    """The menu entry, with the number of listings that wait."""

    def is_shown(self, request):
        return can_see(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        if waiting := Submission.objects.waiting().count():
            component.label = gettext("Submissions (%(count)d)") % {"count": waiting}
        return component


class SubmissionViewSet(ModelViewSet):
    name = "submissions"
    model = Submission
    icon = "clipboard-list"
    menu_label = _("Submissions")
    menu_order = 105
    add_to_admin_menu = True
    add_to_reference_index = False
    menu_item_class = CountingMenuItem
    index_view_class = SubmissionIndexView
    filterset_class = SubmissionFilterSet
    list_per_page = PER_PAGE
    form_fields = []
    inspect_view_enabled = False
    copy_view_enabled = False

    @cached_property
    def edit_view(self):
        return self.construct_view(ReviewView)

    def get_urlpatterns(self):
        """Listings are neither added nor deleted here; "edit" is the review's screen."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.edit_view, name="edit"),
            path("<int:pk>/history.csv", export_history, name="history"),
            path("<int:pk>/files/<uuid:upload_id>/", show_file, name="file"),
            path("<int:pk>/files/<uuid:upload_id>/small/", show_thumbnail, name="thumbnail"),
        ]
