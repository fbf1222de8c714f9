"""What belongs to one product and is kept with its revisions: specs, pictures, papers."""

from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import Orderable

from catalog.formatting import format_spec_value
from center_site.languages import words

from .products import ProductPage
from .taxonomy import CertificationMark, SpecChoice, SpecKey


class ProductTag(TaggedItemBase):
    content_object = ParentalKey(
        "catalog.ProductPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ProductAlias(models.Model):
    """Another name people look for the product by."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [
            models.UniqueConstraint(fields=["product", "name"], name="unique_alias_of_product")
        ]

    def __str__(self):
        return self.name


class ProductHighlight(Orderable):
    """One point worth saying, in both languages; either may be missing."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="highlights")
    text_ko = models.CharField(_("Korean"), max_length=200, blank=True)
    text_zh = models.CharField(_("Chinese"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("highlight")
        verbose_name_plural = _("highlights")

    @property
    def text(self):
        return words(self, "text")


class ProductSpec(models.Model):
    """One fact of one product, typed by its key and kept in the key's unit.

    Numbers and ranges stand in `minimum` and `maximum` (equal for a single number; one
    of them empty for an open range), so that every numeric fact filters and compares
    the same way.
    """

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="specs")
    spec_key = models.ForeignKey(
        SpecKey, verbose_name=_("spec key"), on_delete=models.PROTECT, related_name="specs"
    )
    minimum = models.DecimalField(
        _("value, or minimum"), max_digits=20, decimal_places=6, null=True, blank=True
    )
    maximum = models.DecimalField(
        _("maximum"), max_digits=20, decimal_places=6, null=True, blank=True
    )
    choice = models.ForeignKey(
        SpecChoice,
        verbose_name=_("choice"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="specs",
    )
    flag = models.BooleanField(_("yes or no"), null=True, blank=True)
    text = models.CharField(_("text"), max_length=200, blank=True, default="")
    source = models.CharField(_("source"), max_length=300, blank=True, default="")
    is_confirmed = models.BooleanField(_("confirmed"), default=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("spec")
        verbose_name_plural = _("specs")
        indexes = [models.Index(fields=["spec_key", "minimum"])]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "spec_key"], name="unique_spec_key_of_product"
            ),
            models.CheckConstraint(
                condition=models.Q(minimum=None)
                | models.Q(maximum=None)
                | models.Q(minimum__lte=models.F("maximum")),
                name="spec_range_in_order",
                violation_error_message=_("The maximum is not below the minimum."),
            ),
            models.CheckConstraint(
                # exactly one kind of value
                condition=(
                    ~models.Q(minimum=None, maximum=None)
                    & models.Q(choice=None, flag=None, text="")
                )
                | (
                    models.Q(minimum=None, maximum=None, flag=None, text="")
                    & models.Q(choice__isnull=False)
                )
                | (
                    models.Q(minimum=None, maximum=None, choice=None, text="")
                    & models.Q(flag__isnull=False)
                )
                | (
                    models.Q(minimum=None, maximum=None, choice=None, flag=None)
                    & ~models.Q(text="")
                ),
                name="spec_has_one_value",
                violation_error_message=_("Give exactly one value, of the key's type."),
            ),
        ]

    def __str__(self):
        return f"{self.spec_key}: {self.value}"

    @property
    def is_number(self):
        """Whether it holds a number or a range."""
        return self.minimum is not None or self.maximum is not None

    @property
    def value(self):
        """The value with its unit as the reader's language writes it."""
        return format_spec_value(self)


class ProductPicture(Orderable):
    """A further picture of the gallery."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "center_site.CenterImage",
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        verbose_name = _("gallery picture")
        verbose_name_plural = _("gallery")


class ProductDocument(Orderable):
    """A datasheet, manual or brochure."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    label_ko = models.CharField(_("label (Korean)"), max_length=120, blank=True)
    label_zh = models.CharField(_("label (Chinese)"), max_length=120, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def label(self):
        found = words(self, "label")
        return found if found else type(found)(self.document.title, "en", is_fallback=True)


class ProductVideo(Orderable):
    """A video file with its caption in both languages; never fetched from elsewhere."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="videos")
    file = models.FileField(
        _("file"), upload_to="videos/", validators=[FileExtensionValidator(["mp4"])]
    )
    caption_ko = models.CharField(_("caption (Korean)"), max_length=200, blank=True)
    caption_zh = models.CharField(_("caption (Chinese)"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    @property
    def caption(self):
        return words(self, "caption")


class ProductCertificate(Orderable):
    """A certificate the product holds, by whom checked and until when valid."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="certificates")
    mark = models.ForeignKey(
        CertificationMark,
        verbose_name=_("mark"),
        on_delete=models.PROTECT,
        related_name="certificates",
    )
    number = models.CharField(_("number"), max_length=80, blank=True)
    holder = models.CharField(_("holder"), max_length=120, blank=True)
    model = models.CharField(_("model"), max_length=120, blank=True)
    issued_on = models.DateField(_("issued"), null=True, blank=True)
    expires_on = models.DateField(_("expires"), null=True, blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(issued_on=None)
                | models.Q(expires_on=None)
                | models.Q(issued_on__lte=models.F("expires_on")),
                name="certificate_dates_in_order",
                violation_error_message=_("A certificate does not expire before it is issued."),
            ),
            models.UniqueConstraint(
                fields=["product", "mark", "number"], name="unique_certificate_of_product"
            ),
        ]

    def is_valid_on(self, day):
        """Whether it counts on that day; an expired certificate is never shown as valid."""
        return (self.issued_on is None or self.issued_on <= day) and (
            self.expires_on is None or day <= self.expires_on
        )


class RelatedProduct(Orderable):
    """A product chosen by hand to be looked at next."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="related_links")
    related = models.ForeignKey(
        ProductPage, verbose_name=_("product"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("related product")
        verbose_name_plural = _("related products")
        constraints = [
            models.UniqueConstraint(fields=["product", "related"], name="unique_related_product"),
            models.CheckConstraint(
                condition=~models.Q(product=models.F("related")),
                name="product_not_related_to_itself",
                violation_error_message=_("A product is not its own related product."),
            ),
        ]
