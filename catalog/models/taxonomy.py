"""The words that classify products, loaded from the taxonomy file and editable in the CMS."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from center_site.languages import words

KEY_RULE = RegexValidator(
    r"^[A-Za-z][A-Za-z0-9_]*$", _("Use letters, digits and underscores, starting with a letter.")
)


class Term(index.Indexed, models.Model):
    """A classifying word: a stable key for files and URLs, a name in each language."""

    key = models.CharField(
        _("key"),
        max_length=60,
        unique=True,
        validators=[KEY_RULE],
        help_text=_("Stands in files and addresses; do not change it once products use it."),
    )
    name_ko = models.CharField(_("name (Korean)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=120, blank=True)
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    search_fields = [
        index.AutocompleteField("key"),
        index.AutocompleteField("name_ko"),
        index.AutocompleteField("name_zh"),
        index.AutocompleteField("name_en"),
    ]

    class Meta:
        abstract = True
        ordering = ["sort_order", "key"]

    def __str__(self):
        return self.name.text

    @property
    def name(self):
        """The name in the reader's language."""
        return words(self, "name")


class StrategicField(Term):
    """One of the centre's three fields: AI, robots, full self-driving."""

    class Meta(Term.Meta):
        verbose_name = _("strategic field")
        verbose_name_plural = _("strategic fields")


class Family(Term, ClusterableModel):
    """A kind of product. Decides which spec keys apply and which of them are required."""

    field = models.ForeignKey(
        StrategicField,
        verbose_name=_("strategic field"),
        on_delete=models.PROTECT,
        related_name="families",
    )

    class Meta(Term.Meta):
        verbose_name = _("family")
        verbose_name_plural = _("families")


class Application(Term):
    class Meta(Term.Meta):
        verbose_name = _("application")
        verbose_name_plural = _("applications")


class Industry(Term):
    class Meta(Term.Meta):
        verbose_name = _("industry")
        verbose_name_plural = _("industries")


class Availability(Term):
    class Meta(Term.Meta):
        verbose_name = _("availability")
        verbose_name_plural = _("availability states")


class CertificationMark(Term):
    class Region(models.TextChoices):
        KOREA = "KR", _("Korea")
        CHINA = "CN", _("China")
        EUROPE = "EU", _("European Union")
        UNITED_STATES = "US", _("United States")
        INTERNATIONAL = "INT", _("International")

    region = models.CharField(_("region"), max_length=3, choices=Region)
    description_ko = models.CharField(_("description (Korean)"), max_length=200, blank=True)
    description_zh = models.CharField(_("description (Chinese)"), max_length=200, blank=True)

    class Meta(Term.Meta):
        verbose_name = _("certification mark")
        verbose_name_plural = _("certification marks")

    @property
    def description(self):
        return words(self, "description")


class SpecKey(Term, ClusterableModel):
    """One fact that products can state: its type, and the unit its numbers are kept in."""

    class ValueType(models.TextChoices):
        NUMBER = "number", _("Number")
        INTEGER = "integer", _("Whole number")
        RANGE = "range", _("Range")
        CHOICE = "choice", _("Choice")
        BOOLEAN = "boolean", _("Yes or no")
        TEXT = "text", _("Short text")

    NUMERIC = (ValueType.NUMBER, ValueType.INTEGER, ValueType.RANGE)

    value_type = models.CharField(_("type"), max_length=10, choices=ValueType)
    unit = models.CharField(_("unit"), max_length=20, blank=True)
    unit_ko = models.CharField(_("unit shown (Korean)"), max_length=40, blank=True)
    unit_zh = models.CharField(_("unit shown (Chinese)"), max_length=40, blank=True)

    class Meta(Term.Meta):
        verbose_name = _("spec key")
        verbose_name_plural = _("spec keys")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(unit="")
                | models.Q(value_type__in=["number", "integer", "range"]),
                name="spec_key_unit_only_for_numbers",
                violation_error_message=_("Only numbers have a unit."),
            )
        ]

    @property
    def is_numeric(self):
        return self.value_type in self.NUMERIC


class SpecChoice(models.Model):
    """A value that a spec key offers; for short texts, a word that has a translation."""

    spec_key = ParentalKey(SpecKey, on_delete=models.CASCADE, related_name="choices")
    key = models.CharField(_("key"), max_length=60)
    name_ko = models.CharField(_("name (Korean)"), max_length=120)
    name_zh = models.CharField(_("name (Chinese)"), max_length=120)
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["sort_order", "key"]
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        constraints = [
            models.UniqueConstraint(fields=["spec_key", "key"], name="unique_choice_of_spec_key")
        ]

    def __str__(self):
        return self.name.text

    @property
    def name(self):
        return words(self, "name")


class FamilySpec(models.Model):
    """That a spec key applies to a family, where it stands and whether it is required."""

    family = ParentalKey(Family, on_delete=models.CASCADE, related_name="family_specs")
    spec_key = models.ForeignKey(
        SpecKey,
        verbose_name=_("spec key"),
        on_delete=models.CASCADE,
        related_name="family_specs",
    )
    is_required = models.BooleanField(_("required"), default=False)
    is_headline = models.BooleanField(
        _("headline"), default=False, help_text=_("Shown large: the figures people compare.")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("spec of a family")
        verbose_name_plural = _("specs of a family")
        constraints = [
            models.UniqueConstraint(fields=["family", "spec_key"], name="unique_spec_key_of_family")
        ]

    def __str__(self):
        return f"{self.family} · {self.spec_key}"
