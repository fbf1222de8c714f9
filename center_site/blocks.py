"""Content blocks. Each holds both languages, so that a page keeps one structure."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from .rich_text import CleanRichTextBlock, CleanStreamBlock

TEXT_FEATURES = ["bold", "ol", "ul", "link"]


class HeadingBlock(blocks.StructBlock):
    text_ko = blocks.CharBlock(label=_("Korean"), required=False, max_length=120)
    text_zh = blocks.CharBlock(label=_("Chinese"), required=False, max_length=120)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class TextBlock(blocks.StructBlock):
    text_ko = CleanRichTextBlock(label=_("Korean"), required=False, features=TEXT_FEATURES)
    text_zh = CleanRichTextBlock(label=_("Chinese"), required=False, features=TEXT_FEATURES)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    caption_ko = blocks.CharBlock(label=_("Caption (Korean)"), required=False, max_length=200)
    caption_zh = blocks.CharBlock(label=_("Caption (Chinese)"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/picture.html"


class FactBlock(blocks.StructBlock):
    figure = blocks.CharBlock(label=_("Figure"), max_length=20)
    label_ko = blocks.CharBlock(label=_("Label (Korean)"), required=False, max_length=80)
    label_zh = blocks.CharBlock(label=_("Label (Chinese)"), required=False, max_length=80)

    class Meta:
        icon = "order"
        label = _("Fact")


class FactsBlock(blocks.StructBlock):
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), max_num=6)

    class Meta:
        icon = "table"
        label = _("Row of facts")
        template = "blocks/facts.html"


class ProgrammeBlock(blocks.StructBlock):
    """Something the centre does or prepares; planned ones are marked as such."""

    name_ko = blocks.CharBlock(label=_("Name (Korean)"), required=False, max_length=80)
    name_zh = blocks.CharBlock(label=_("Name (Chinese)"), required=False, max_length=80)
    text_ko = blocks.TextBlock(label=_("Korean"), required=False, rows=3)
    text_zh = blocks.TextBlock(label=_("Chinese"), required=False, rows=3)
    is_planned = blocks.BooleanBlock(label=_("Planned, not yet running"), required=False)

    class Meta:
        icon = "calendar-check"
        label = _("Programme")


class ProgrammesBlock(blocks.StructBlock):
    programmes = blocks.ListBlock(ProgrammeBlock(), label=_("Programmes"))

    class Meta:
        icon = "list-ul"
        label = _("Programmes")
        template = "blocks/programmes.html"


class BodyBlock(CleanStreamBlock):
    """The blocks of a content page or a product's longer text."""

    heading = HeadingBlock()
    text = TextBlock()
    picture = PictureBlock()
    facts = FactsBlock()
    programmes = ProgrammesBlock()
