"""Panels that put Korean and Chinese side by side."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel


def side_by_side(name, heading="", **options):
    """One row with `name_ko` on the left and `name_zh` on the right."""
    return FieldRowPanel(
        [FieldPanel(f"{name}_ko", **options), FieldPanel(f"{name}_zh", **options)],
        heading=heading,
        classname="side-by-side",
    )
