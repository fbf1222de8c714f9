from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index

from center_site.languages import words

from .previews import BilingualPreviews


class BasePageQuerySet(PageQuerySet):
    def published(self):
        """Pages that anyone may see; a kind of page may have narrower rules."""
        return self.live().public()


class BasePageManager(PageManager.from_queryset(BasePageQuerySet)):
    pass


class BasePage(BilingualPreviews, Page):
    """What every page has: a title and a summary in both languages, and one picture.

    `Page.title` is the internal title that editors see in lists; visitors read
    `title_ko` and `title_zh`. The summary is the listing text and the description
    that search engines and link previews show.
    """

    title_ko = models.CharField(_("title (Korean)"), max_length=200, blank=True)
    title_zh = models.CharField(_("title (Chinese)"), max_length=200, blank=True)
    summary_ko = models.TextField(_("summary (Korean)"), blank=True, max_length=1000)
    summary_zh = models.TextField(_("summary (Chinese)"), blank=True, max_length=1000)
    image = models.ForeignKey(
        "center_site.CenterImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = BasePageManager()

    search_fields = [
        *Page.search_fields,
        index.SearchField("title_ko", boost=3),
        index.SearchField("title_zh", boost=3),
        index.AutocompleteField("title_ko"),
        index.AutocompleteField("title_zh"),
        index.SearchField("summary_ko"),
        index.SearchField("summary_zh"),
    ]

    class Meta:
        abstract = True

    @property
    def heading(self):
        """The title that visitors read, in their language if it is there."""
        found = words(self, "title")
        return found if found else type(found)(self.title, "en", is_fallback=True)

    @property
    def summary(self):
        return words(self, "summary")
