from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.search import index

from catalog.formatting import format_price, format_release
from center_site.blocks import BodyBlock
from center_site.languages import LANGUAGES, Words, current_language, words
from center_site.models import BasePage

from .product_queries import ProductManager
from .product_rules import CONSTRAINTS, LanguageState, SourceLanguage
from .taxonomy import Application, Availability, Family, Industry, StrategicField
from .vendors import Country, Vendor


class ProductPage(BasePage):
    """One product: its words in both languages, its facts once.

    Facts are here and on the page's children, not in a separate live model, because a
    vendor's change of a price must pass the same review as a change of a word.
    """

    class ReleasePrecision(models.TextChoices):
        YEAR = "year", _("Year")
        HALF = "half", _("Half-year")
        MONTH = "month", _("Month")
        DAY = "day", _("Day")

    class Currency(models.TextChoices):
        KRW = "KRW", _("Korean won")
        CNY = "CNY", _("Chinese yuan")
        USD = "USD", _("US dollar")

    class PriceBasis(models.TextChoices):
        LIST = "list_price", _("List price")
        FROM = "from_price", _("Starting price")
        ANNOUNCED = "announced_price", _("Officially announced price")

    class PricePeriod(models.TextChoices):
        MONTH = "per_month", _("Per month")
        YEAR = "per_year", _("Per year")

    parent_page_types = ["catalog.ProductIndexPage"]
    subpage_types = []

    # Words
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)
    tagline_ko = models.CharField(_("tagline (Korean)"), max_length=160, blank=True)
    tagline_zh = models.CharField(_("tagline (Chinese)"), max_length=160, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("longer text"), blank=True)
    regulatory_note_ko = models.TextField(
        _("regulatory note (Korean)"), max_length=1000, blank=True
    )
    regulatory_note_zh = models.TextField(
        _("regulatory note (Chinese)"), max_length=1000, blank=True
    )
    source_language = models.CharField(
        _("source language"), max_length=10, choices=SourceLanguage, default=SourceLanguage.KOREAN
    )
    is_ready_ko = models.BooleanField(_("Korean is ready"), default=False)
    is_ready_zh = models.BooleanField(_("Chinese is ready"), default=False)
    confirmed_hash_ko = models.CharField(max_length=64, blank=True, editable=False, default="")
    confirmed_hash_zh = models.CharField(max_length=64, blank=True, editable=False, default="")
    state_ko = models.CharField(
        _("Korean"),
        max_length=10,
        choices=LanguageState,
        default=LanguageState.MISSING,
        editable=False,
        db_index=True,
    )
    state_zh = models.CharField(
        _("Chinese"),
        max_length=10,
        choices=LanguageState,
        default=LanguageState.MISSING,
        editable=False,
        db_index=True,
    )

    # What it is
    vendor = models.ForeignKey(
        Vendor, verbose_name=_("company"), on_delete=models.PROTECT, related_name="products"
    )
    field = models.ForeignKey(
        StrategicField,
        verbose_name=_("strategic field"),
        on_delete=models.PROTECT,
        related_name="products",
    )
    family = models.ForeignKey(
        Family, verbose_name=_("family"), on_delete=models.PROTECT, related_name="products"
    )
    applications = ParentalManyToManyField(
        Application, verbose_name=_("applications"), blank=True, related_name="products"
    )
    industries = ParentalManyToManyField(
        Industry, verbose_name=_("industries"), blank=True, related_name="products"
    )
    tags = ClusterTaggableManager(verbose_name=_("tags"), through="catalog.ProductTag", blank=True)
    origin_country = models.CharField(_("country of origin"), max_length=2, choices=Country)
    hs_code = models.CharField(
        _("HS code"),
        max_length=10,
        blank=True,
        validators=[
            RegexValidator(r"^\d{6}(\d{2}|\d{4})?$", _("An HS code has 6, 8 or 10 digits."))
        ],
    )
    released_on = models.DateField(_("released"), null=True, blank=True)
    release_precision = models.CharField(
        _("precision of the release date"),
        max_length=5,
        choices=ReleasePrecision,
        default=ReleasePrecision.YEAR,
    )

    # Price and terms
    price_currency = models.CharField(
        _("currency"), max_length=3, choices=Currency, blank=True, default=""
    )
    price_minimum = models.DecimalField(
        _("price, or lowest price"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Empty means: price on request."),
    )
    price_maximum = models.DecimalField(
        _("highest price"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    price_basis = models.CharField(
        _("kind of price"), max_length=16, choices=PriceBasis, default=PriceBasis.LIST
    )
    price_period = models.CharField(
        _("per"), max_length=10, choices=PricePeriod, blank=True, default=""
    )
    is_tax_included = models.BooleanField(_("tax included"), null=True, blank=True)
    price_as_of_on = models.DateField(_("price as of"), null=True, blank=True)
    price_valid_until_on = models.DateField(_("price valid until"), null=True, blank=True)
    price_source = models.CharField(_("source of the price"), max_length=300, blank=True)
    price_order = models.DecimalField(
        max_digits=18, decimal_places=2, null=True, editable=False, db_index=True
    )
    availability = models.ForeignKey(
        Availability,
        verbose_name=_("availability"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="products",
    )
    lead_time_days = models.PositiveIntegerField(_("lead time (days)"), null=True, blank=True)
    minimum_order_quantity = models.PositiveIntegerField(
        _("minimum order quantity"), null=True, blank=True
    )
    warranty_months = models.PositiveIntegerField(_("warranty (months)"), null=True, blank=True)
    after_sales_country = models.CharField(
        _("after-sales service in"), max_length=2, choices=Country, blank=True, default=""
    )

    # Where it comes from and where it shows
    source = models.CharField(_("source of the facts"), max_length=300, blank=True)
    source_key = models.CharField(
        _("source key"), max_length=120, unique=True, null=True, blank=True, editable=False
    )
    source_hash = models.CharField(max_length=64, blank=True, editable=False, default="")
    is_confirmed = models.BooleanField(
        _("facts confirmed"),
        default=True,
        help_text=_("Off: the facts come from a source that is still to be confirmed."),
    )
    is_featured = models.BooleanField(_("featured"), default=False, db_index=True)
    show_on_kiosk = models.BooleanField(_("show on kiosks"), default=True)
    # Wagtail keeps slugs unique among siblings by checking first; this column makes the
    # database refuse the second of two simultaneous writers as well.
    unique_slug = models.SlugField(max_length=255, unique=True, editable=False)
    sort_name_ko = models.CharField(max_length=400, editable=False, db_index=True, default="")
    sort_name_zh = models.CharField(max_length=800, editable=False, db_index=True, default="")

    objects = ProductManager()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("tagline_ko"),
        index.SearchField("tagline_zh"),
        *map(index.FilterField, ("vendor", "family", "field", "is_confirmed")),
        *map(index.FilterField, ("state_ko", "state_zh")),
    ]
    exclude_fields_in_copy = ["source_key", "unique_slug"]

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        indexes = [
            models.Index(fields=["family", "availability"]),
            models.Index(fields=["-released_on"]),
        ]
        constraints = CONSTRAINTS

    @property
    def tagline(self):
        return words(self, "tagline")

    @property
    def regulatory_note(self):
        return words(self, "regulatory_note")

    @property
    def price(self):
        """The price as the reader's language writes it, or None for "on request"."""
        return format_price(self)

    @property
    def release(self):
        """The release date to its known precision, or an empty text."""
        return format_release(self.released_on, self.release_precision)

    @cached_property
    def pictures(self):
        """The page's own picture and the gallery's, in order, without repeats or gaps."""
        found = [self.image, *(item.image for item in self.gallery.all())]
        return list({picture.pk: picture for picture in found if picture}.values())

    @property
    def description(self):
        """What engines and link previews read: the summary or tagline in the reader's language.

        Where both are missing there, the product's family, company and state in that
        language say more than the other language's words would.
        """
        for found in (self.summary, self.tagline):
            if found and not found.is_fallback:
                return found
        facts = [self.heading, self.family.name, self.vendor.name]
        facts += [self.availability.name] if self.availability else []
        return Words(" · ".join(fact.text for fact in facts), current_language().html_lang)

    @property
    def places_on_show(self):
        """Where it stands today."""
        today = timezone.localdate()
        return [place for place in self.exhibit_places.all() if place.is_on_show(today)]

    @property
    def valid_certificates(self):
        today = timezone.localdate()
        return [item for item in self.certificates.all() if item.is_valid_on(today)]

    @property
    def sources(self):
        """Where the facts come from, each source once."""
        found = [self.source, self.price_source, *(spec.source for spec in self.specs.all())]
        return list(dict.fromkeys(source for source in found if source))

    @cached_property
    def spec_rows(self):
        """The specs in the family's order, each with `is_headline`; others follow."""
        order = {item.spec_key_id: item for item in self.family.family_specs.all()}
        rows = list(self.specs.all())
        for row in rows:
            row.is_headline = row.spec_key_id in order and order[row.spec_key_id].is_headline
        last = len(order)
        places = {key: place for place, key in enumerate(order)}
        return sorted(rows, key=lambda row: places.get(row.spec_key_id, last))

    @property
    def headline(self):
        """The number that tells this product from others of its family, or None."""
        numbers = (row for row in self.spec_rows if row.is_headline and row.is_number)
        return next(numbers, None)

    @cached_property
    def related_products(self):
        """Up to four published products: those chosen by hand, then others of the family."""
        picked = [link.related_id for link in self.related_links.all()]
        return list(ProductPage.objects.published().related_to(self, picked).for_pages()[:4])

    def get_absolute_url(self):
        return reverse("product", args=[self.slug])

    @property
    def language_states(self):
        """[(language, state label, state)] of both languages, for lists."""
        return [
            (
                language,
                getattr(self, f"get_state_{language.suffix}_display")(),
                getattr(self, f"state_{language.suffix}"),
            )
            for language in LANGUAGES
        ]
