from pathlib import PurePath

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from center_site.languages import words

PUBLIC_FOLDER = "images"
PRIVATE_FOLDER = "private_images"


class CenterImage(AbstractImage):
    """A picture with its alternative text in both languages."""

    alt_ko = models.CharField(
        _("alternative text (Korean)"),
        max_length=200,
        blank=True,
        help_text=_("What the picture shows, for people who do not see it."),
    )
    alt_zh = models.CharField(_("alternative text (Chinese)"), max_length=200, blank=True)
    caption_ko = models.CharField(_("caption (Korean)"), max_length=120, blank=True)
    caption_zh = models.CharField(_("caption (Chinese)"), max_length=120, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    is_illustration = models.BooleanField(
        _("illustration"),
        default=False,
        help_text=_("Drawn by the centre where there is no photograph; pages say so."),
    )
    # Kept out of the public's reach, with all its renditions, until something live shows it.
    # Changed by `center_site.privacy` alone.
    is_private = models.BooleanField(_("private"), default=False, editable=False, db_index=True)
    source_key = models.CharField(
        _("source key"), max_length=120, unique=True, null=True, blank=True, editable=False
    )

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        "alt_ko",
        "alt_zh",
        "caption_ko",
        "caption_zh",
        "credit",
        "is_illustration",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def alt(self):
        """Alternative text in the reader's language, with the language it is written in."""
        return words(self, "alt")

    @property
    def caption(self):
        return words(self, "caption")

    @property
    def default_alt_text(self):
        return self.alt.text or self.title


class CenterRendition(AbstractRendition):
    """A size of a picture. Those of private pictures lie in a folder that is only for some."""

    image = models.ForeignKey(CenterImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_center_rendition"
            )
        ]

    def get_upload_to(self, filename):
        """Below the picture's number where it is private: that says who may see it."""
        public = super().get_upload_to(filename)
        # Asked anew: the picture in hand may be older than its last change of sides.
        if not CenterImage.objects.filter(pk=self.image_id, is_private=True).exists():
            return public
        return f"{PRIVATE_FOLDER}/{self.image_id}/{PurePath(public).name}"

    @staticmethod
    def construct_cache_key(image, filter_cache_key, filter_spec):
        """Another key when a picture becomes public: its renditions then have other addresses."""
        key = AbstractRendition.construct_cache_key(image, filter_cache_key, filter_spec)
        return f"{key}-private" if image.is_private else key
