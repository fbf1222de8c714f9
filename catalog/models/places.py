"""Where exhibited products stand: halls, and one place per exhibited unit."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from center_site.languages import words

from .products import ProductPage
from .taxonomy import Term


class Hall(Term):
    """A hall of the centre."""

    city_ko = models.CharField(_("city (Korean)"), max_length=60, blank=True)
    city_zh = models.CharField(_("city (Chinese)"), max_length=60, blank=True)
    floor = models.SmallIntegerField(_("floor"), null=True, blank=True)

    class Meta(Term.Meta):
        verbose_name = _("hall")
        verbose_name_plural = _("halls")

    @property
    def city(self):
        return words(self, "city")


class ExhibitPlace(Orderable):
    """Where one exhibited unit stands, and from when until when."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="exhibit_places")
    hall = models.ForeignKey(
        Hall, verbose_name=_("hall"), on_delete=models.PROTECT, related_name="places"
    )
    zone = models.CharField(_("zone"), max_length=20, blank=True)
    stand = models.CharField(_("stand"), max_length=20)
    map_x = models.DecimalField(
        _("map position from the left"),
        max_digits=5,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("As a share of the map's width, 0 to 1."),
    )
    map_y = models.DecimalField(
        _("map position from the top"), max_digits=5, decimal_places=4, null=True, blank=True
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("exhibit place")
        verbose_name_plural = _("exhibit places")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on=None)
                | models.Q(ends_on=None)
                | models.Q(starts_on__lte=models.F("ends_on")),
                name="exhibit_dates_in_order",
                violation_error_message=_("The last day is not before the first."),
            ),
            models.CheckConstraint(
                # half a position would be neither true nor false, which a check lets pass
                condition=models.Q(map_x=None, map_y=None)
                | models.Q(
                    map_x__isnull=False,
                    map_y__isnull=False,
                    map_x__gte=0,
                    map_x__lte=1,
                    map_y__gte=0,
                    map_y__lte=1,
                ),
                name="exhibit_point_on_map",
                violation_error_message=_("A map position lies between 0 and 1."),
            ),
        ]

    def is_on_show(self, day):
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day <= self.ends_on
        )
