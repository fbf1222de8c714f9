"""The board on the first page of the CMS: what waits to be done, each count a filtered list."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from catalog.models import ProductPage, Submission
from catalog.models.products import LanguageState
from catalog.review import can_see
from center_site.languages import LANGUAGES

from .panels import LANGUAGE_NAMES
from .product_filters import TO_DO


class ProductBoard(Component):
    """Counts products by what is missing, in one query however many there are."""

    name = "product_board"
    template_name = "catalog/cms/board.html"
    order = 50

    def __init__(self, user=None):
        self.user = user

    def get_context_data(self, parent_context):
        counts = self.count()
        return {
            "total": {"count": counts["total"], "url": list_of()},
            "to_do": [*self.submissions(), *self.products_to_do(counts)],
            "states": LanguageState,
            "languages": [
                {
                    "name": LANGUAGE_NAMES[language.suffix],
                    "states": [
                        {
                            "state": state,
                            "count": counts[f"{language.suffix}_{state}"],
                            "url": list_of(**{f"state_{language.suffix}": state}),
                        }
                        for state in LanguageState
                    ],
                }
                for language in LANGUAGES
            ],
        }

    def products_to_do(self, counts):
        return [
            {"label": label, "count": counts[key], "url": list_of(to_do=key)}
            for key, (label, _condition) in TO_DO.items()
        ]

    def submissions(self):
        """What companies have handed in, for those who may read it."""
        if self.user is None or not can_see(self.user):
            return []
        waiting = Submission.objects.waiting().count()
        url = reverse("submissions:index")
        return [{"label": _("Submissions to decide on"), "count": waiting, "url": url}]

    def count(self):
        wanted = {key: condition for key, (_label, condition) in TO_DO.items()}
        for language in LANGUAGES:
            for state in LanguageState:
                wanted[f"{language.suffix}_{state}"] = Q(**{f"state_{language.suffix}": state})
        sums = {
            key: Count("pk", filter=condition, distinct=True) for key, condition in wanted.items()
        }
        return ProductPage.objects.aggregate(total=Count("pk", distinct=True), **sums)


def list_of(**filters):
    """The address of the product list under these filters."""
    query = f"?{urlencode(filters)}" if filters else ""
    return reverse("products:index") + query


def show_board(request, panels):
    """Put the board first, for those who may see pages."""
    if page_permission_policy.user_has_any_permission(request.user, {"add", "change", "publish"}):
        panels.append(ProductBoard(request.user))


def drop_summary(request, items):
    """Wagtail counts pages, images and documents; the board says what there is to do."""
    items.clear()
