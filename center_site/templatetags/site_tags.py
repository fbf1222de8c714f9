"""Tags of every public template: words in their language, pictures, icons, addresses."""

import json
import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from center_site import pictures, structured_data
from center_site.addresses import default_alternate, origin_of
from center_site.languages import Words, current_language
from center_site.languages import words as pick_words

register = template.Library()
LATIN_NAME = re.compile(r"(?=.*[A-Za-z]{3})[\x20-\x7e]+")


@register.filter
def words(source, name):
    """The words called `name` of a model or block value, in the reader's language."""
    return pick_words(source, name)


@register.filter
def say(text):
    """Words as HTML, marked with their language where it is not the page's own."""
    lang, plain = spoken(text)
    return format_html('<span lang="{}">{}</span>', lang, plain) if lang else plain


@register.filter
def lang_mark(text):
    """A `lang` attribute for the element that holds these words, if it needs one."""
    lang, _ = spoken(text)
    return format_html(' lang="{}"', lang) if lang else ""


def spoken(text):
    """(lang, text): lang only where it differs from the page's; Latin names are English."""
    if not isinstance(text, Words):
        text = Words(str(text), current_language().html_lang)
    lang = "en" if LATIN_NAME.fullmatch(text.text) else text.lang
    return (lang if lang != current_language().html_lang else ""), text.text


@register.inclusion_tag("components/picture.html")
def picture(image, sizes="100vw", *, eager=False, shape="ai", decorative=False, css=""):
    """A picture in every prepared format; a calm motif where its file cannot be read."""
    shown = pictures.rendition(image) if image else None
    return {
        "image": image,
        "shown": shown,
        "sources": pictures.sources(image) if shown else [],
        "sizes": sizes,
        "eager": eager,
        "shape": shape,
        "alt": Words("", "") if decorative or not image else image.alt,
        "css": css,
    }


@register.simple_tag
def picture_url(image, spec=pictures.SHARED):
    """The address of one rendition, or "" where the picture cannot be read."""
    made = pictures.rendition(image, spec) if image else None
    return made.url if made else ""


@register.simple_tag(takes_context=True)
def x_default(context):
    return default_alternate(context["request"])


@register.simple_tag
def json_ld(data):
    """A JSON-LD block. `<`, `>` and `&` are escaped, so no text can end the element."""
    text = json.dumps(data, ensure_ascii=False)
    for unsafe, escape in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        text = text.replace(unsafe, escape)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


@register.simple_tag(takes_context=True)
def home_json_ld(context):
    origin = origin_of(context["request"])
    return json_ld(structured_data.graph(structured_data.organization(origin)))
