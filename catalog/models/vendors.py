from django.core.paginator import Paginator
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from center_site.addresses import public_origin
from center_site.languages import Words, current_language, words
from center_site.models.previews import BilingualPreviews


class Country(models.TextChoices):
    """The two countries, by ISO 3166 code."""

    KOREA = "KR", _("Korea")
    CHINA = "CN", _("China")


class VendorQuerySet(models.QuerySet):
    def public(self):
        """Companies that visitors may see, whether or not they list products yet."""
        return self.filter(live=True)

    def with_product_counts(self):
        """With `product_count`, the number of published products."""
        return self.annotate(
            product_count=models.Count("products", filter=models.Q(products__live=True))
        )

    def named(self, query):
        """Companies with the query in one of their names; all of them for an empty query."""
        if not query:
            return self
        return self.filter(
            models.Q(name_ko__icontains=query)
            | models.Q(name_zh__icontains=query)
            | models.Q(name_en__icontains=query)
        )

    def in_name_order(self, language):
        return self.order_by(f"sort_name_{language.suffix}", "slug")


class Vendor(
    BilingualPreviews,
    PreviewableMixin,
    DraftStateMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """A company, with its public page in both languages."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    country_code = models.CharField(_("country"), max_length=2, choices=Country)
    name_ko = models.CharField(_("name (Korean)"), max_length=120, blank=True)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120, blank=True)
    name_en = models.CharField(_("name (English)"), max_length=120, blank=True)
    city_ko = models.CharField(_("city (Korean)"), max_length=60, blank=True)
    city_zh = models.CharField(_("city (Chinese)"), max_length=60, blank=True)
    founded_year = models.PositiveSmallIntegerField(
        _("founded"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1800), MaxValueValidator(2100)],
    )
    website_url = models.URLField(_("website"), blank=True)
    summary_ko = models.TextField(_("summary (Korean)"), max_length=1000, blank=True)
    summary_zh = models.TextField(_("summary (Chinese)"), max_length=1000, blank=True)
    source_key = models.CharField(
        _("source key"), max_length=120, unique=True, null=True, blank=True, editable=False
    )
    source_hash = models.CharField(max_length=64, blank=True, editable=False, default="")
    sort_name_ko = models.CharField(max_length=200, editable=False, db_index=True, default="")
    sort_name_zh = models.CharField(max_length=400, editable=False, db_index=True, default="")

    objects = VendorQuerySet.as_manager()

    search_fields = [
        index.AutocompleteField("name_ko"),
        index.AutocompleteField("name_zh"),
        index.AutocompleteField("name_en"),
        index.AutocompleteField("slug"),
        index.FilterField("country_code"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=~(models.Q(name_ko="") & models.Q(name_zh="") & models.Q(name_en="")),
                name="vendor_has_a_name",
                violation_error_message=_("Give the company a name in at least one language."),
            ),
            models.CheckConstraint(
                condition=models.Q(country_code__in=["KR", "CN"]), name="vendor_country_known"
            ),
        ]

    def __str__(self):
        return self.name.text

    @property
    def name(self):
        return words(self, "name")

    @property
    def city(self):
        return words(self, "city")

    @property
    def summary(self):
        return words(self, "summary")

    @property
    def description(self):
        """What engines and link previews read: the summary, else name, country and city."""
        if self.summary and not self.summary.is_fallback:
            return self.summary
        facts = [self.name.text, str(self.get_country_code_display()), self.city.text]
        return Words(" · ".join(filter(None, facts)), current_language().html_lang)

    @property
    def is_verified(self):
        """Whether a reviewer has found it to be who it says, within the last year."""
        return self.verifications.valid_on(timezone.localdate()).exists()

    def get_absolute_url(self):
        return reverse("vendor", args=[self.slug])

    def get_full_url(self):
        """Where previews pretend to be."""
        return public_origin() + self.get_absolute_url()

    full_url = property(get_full_url)

    def get_preview_template(self, request, mode_name):
        return "catalog/vendor.html"

    def get_preview_context(self, request, mode_name):
        products = self.products.published().for_cards() if self.pk else []
        return {
            **super().get_preview_context(request, mode_name),
            "vendor": self,
            "products": Paginator(products, 24).get_page(1),
        }
