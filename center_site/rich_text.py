"""Rich text holds what our editor offers, and nothing that runs, wherever it comes from.

Wagtail prints stored rich text as it is, a `<script>` included. So it is cleaned on its way
into the database and again on its way out of it, by an allow-list and a real parser.
"""

import re

import nh3
from wagtail import blocks
from wagtail.rich_text import RichText

TEXT_TAGS = ("p", "br", "hr", "b", "strong", "i", "em", "sub", "sup", "blockquote")
LIST_TAGS = ("ul", "ol", "li")
HEADING_TAGS = ("h2", "h3", "h4", "h5", "h6")
# Wagtail's own marks for what is looked up when the text is shown.
LOOKED_UP = {"a": {"href", "linktype", "id"}, "embed": {"embedtype", "id", "alt", "format"}}
TAGS = {*TEXT_TAGS, *LIST_TAGS, *HEADING_TAGS, *LOOKED_UP}
SCHEMES = {"http", "https", "mailto", "tel"}
EMBEDS = {"image"}
# Wagtail finds an embed by its closing slash, which the parser does not write.
EMBED = re.compile(r"<embed((?:\s+[\w-]+=\"[^\"]*\")*)\s*/?>")


def clean_rich_text(source: str) -> str:
    """The text without whatever our editor does not offer. Cleaning twice changes nothing."""
    if "<" not in source and "&" not in source:
        return source
    clean = nh3.clean(
        source,
        tags=TAGS,
        attributes=LOOKED_UP,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return EMBED.sub(_embed, clean)


def _attribute(tag, name, value):
    """The attribute's value, or None to drop it. Numbers are numbers, kinds are words."""
    if name == "id":
        return value if value.isascii() and value.isdecimal() else None
    if name in ("linktype", "embedtype", "format"):
        return value if re.fullmatch(r"[\w-]{1,40}", value) else None
    return value


def _embed(found):
    """Only what stands in our own library; anything else would be fetched from elsewhere."""
    kind = re.search(r'embedtype="([^"]*)"', found[1])
    return f"<embed{found[1]}/>" if kind and kind[1] in EMBEDS else ""


class CleanRichTextBlock(blocks.RichTextBlock):
    def to_python(self, value):
        return RichText(clean_rich_text(value or ""))

    def normalize(self, value):
        return self._cleaned(super().normalize(value))

    def value_from_form(self, value):
        return self._cleaned(super().value_from_form(value))

    def get_prep_value(self, value):
        return clean_rich_text(value.source)

    def deconstruct(self):
        """To migrations it is Wagtail's block: what is stored is the same."""
        _path, positional, named = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", positional, named

    @staticmethod
    def _cleaned(value):
        return RichText(clean_rich_text(value.source))


class CleanStreamBlock(blocks.StreamBlock):
    """Cleans also what nobody has looked at, such as JSON that was assigned as it came."""

    def get_prep_value(self, value):
        for _child in value or ():
            pass  # looking at a child turns it from raw JSON into a value of its block
        return super().get_prep_value(value)
