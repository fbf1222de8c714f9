from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Kiosk(models.Model):
    """One screen in the hall: what it is called, how long it waits, and its panel.

    The panel's facts are those of the mounted device. Every size on the screen derives
    from them, so that text and controls have the same height in millimetres on any panel.
    """

    class Orientation(models.TextChoices):
        PORTRAIT = "portrait", _("Portrait")
        LANDSCAPE = "landscape", _("Landscape")

    slug = models.SlugField(_("slug"), unique=True, help_text=_("Stands in the screen's address."))
    title = models.CharField(
        _("title"), max_length=120, help_text=_("For the people who run the hall, not visitors.")
    )
    is_active = models.BooleanField(_("active"), default=True)
    idle_seconds = models.PositiveIntegerField(
        _("idle time (seconds)"),
        default=90,
        validators=[MinValueValidator(20), MaxValueValidator(1800)],
        help_text=_("Without a touch for this long, the screen asks whether anyone is there."),
    )
    panel_diagonal_inches = models.DecimalField(
        _("diagonal (inches)"),
        max_digits=4,
        decimal_places=1,
        default=43,
        validators=[MinValueValidator(5), MaxValueValidator(120)],
    )
    panel_orientation = models.CharField(
        _("orientation"), max_length=10, choices=Orientation, default=Orientation.PORTRAIT
    )
    panel_long_px = models.PositiveIntegerField(
        _("pixels along the long side"), default=1920, validators=[MinValueValidator(320)]
    )
    panel_short_px = models.PositiveIntegerField(
        _("pixels along the short side"), default=1080, validators=[MinValueValidator(320)]
    )
    panel_lower_edge_mm = models.PositiveIntegerField(
        _("lower edge above the floor (mm)"), default=700, validators=[MaxValueValidator(2500)]
    )

    class Meta:
        verbose_name = _("kiosk")
        verbose_name_plural = _("kiosks")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(idle_seconds__gte=20), name="kiosk_idle_time_long_enough"
            ),
            models.CheckConstraint(
                condition=models.Q(panel_long_px__gte=models.F("panel_short_px")),
                name="kiosk_panel_sides_in_order",
                violation_error_message=_("The long side is not shorter than the short side."),
            ),
            models.CheckConstraint(
                condition=models.Q(panel_diagonal_inches__gt=0), name="kiosk_panel_has_size"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("kiosk_screen", args=[self.slug])

    @property
    def panel_size(self):
        """(width, height) in pixels as the panel hangs."""
        sides = self.panel_short_px, self.panel_long_px
        return sides if self.panel_orientation == self.Orientation.PORTRAIT else sides[::-1]
