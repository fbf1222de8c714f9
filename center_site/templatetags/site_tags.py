"""Tags of every public template: words in their language, pictures, icons, addresses."""

import json
import re
from dataclasses import replace

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, gettext_noop

from center_site import pictures, structured_data
from center_site.addresses import default_alternate, origin_of
from center_site.dates import format_day, format_moment
from center_site.languages import HAN, HANGUL, Words, current_language, script_runs
from center_site.languages import words as pick_words

register = template.Library()
CENTRE = gettext_noop("Korea–China AI Center")
# 화웨이(华为) -> 화웨이; 可灵（클링） -> 可灵; then what is left of the other script.
FOREIGN = {
    lang: (re.compile(rf"\s*[(（][^()（）]*{script}[^()（）]*[)）]"), re.compile(f"{script}+"))
    for lang, script in (("ko", HAN.pattern), ("zh-Hans", HANGUL.pattern))
}
LATIN_NAME = re.compile(r"(?=.*[A-Za-z]{3})[\x20-\x7e]+")


@register.filter
def words(source, name):
    """The words called `name` of a model or block value, in the reader's language."""
    return pick_words(source, name)


@register.filter
def say(text):
    """Words as HTML, marked with their language where it is not the page's own.

    Inside a text, a run of the other language's script is marked too, so that fonts and
    voices follow it: 화웨이(华为) in Korean, 可灵(클링) in Chinese.
    """
    lang, plain = spoken(text)
    marked = format_html_join("", "{}", ((_run(run, lang),) for run in script_runs(plain)))
    return format_html('<span lang="{}">{}</span>', lang, marked) if lang else marked


def _run(run, lang):
    script, text = run
    here = lang or current_language().html_lang
    return (
        format_html('<span lang="{}">{}</span>', script, text) if script not in ("", here) else text
    )


@register.filter
def day(date):
    return format_day(date) if date else ""


@register.filter
def moment(instant):
    return format_moment(instant) if instant else ""


@register.filter
def in_one_script(text):
    """The text for an attribute, which cannot mark languages: without the other script."""
    for foreign in FOREIGN.get(text.lang, ()):
        text = replace(text, text=foreign.sub("", text.text))
    return " ".join(text.text.split())


@register.filter
def lang_mark(text):
    """A `lang` attribute for the element that holds these words, if it needs one."""
    lang, _ = spoken(text)
    return format_html(' lang="{}"', lang) if lang else ""


def spoken(text):
    """(lang, text): lang only where it differs from the page's; Latin names are English."""
    if not isinstance(text, Words):
        text = pick_own(text)
    lang = "en" if LATIN_NAME.fullmatch(text.text) else text.lang
    return (lang if lang != current_language().html_lang else ""), text.text


@register.inclusion_tag("components/picture.html")
def picture(image, sizes="100vw", *, eager=False, shape="ai", decorative=False, card=False):
    """A picture in every prepared format; a calm motif where its file cannot be read."""
    widths = pictures.CARD_WIDTHS if card else pictures.PAGE_WIDTHS
    shown, sources = pictures.offered(image, widths) if image else (None, [])
    return {
        "image": image,
        "shown": shown,
        "sources": sources,
        "sizes": sizes,
        "eager": eager,
        "shape": shape,
        "alt": Words("", "") if decorative or not image else image.alt,
    }


@register.simple_tag
def thumbnail(image):
    """A small decorative picture of one size; nothing where its file cannot be read."""
    made = pictures.rendition(image, pictures.SMALLEST)
    if made is None:
        return ""
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="">', made.url, made.width, made.height
    )


@register.simple_tag(takes_context=True)
def shared_picture(context, image):
    """The absolute address of the picture for link previews, or "" where there is none."""
    made = pictures.rendition(image, pictures.SHARED) if image else None
    return structured_data.absolute(origin_of(context["request"]), made.url) if made else ""


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


@register.simple_tag
def document_title(*parts):
    """The title element: as many parts as share the first one's language, then the centre.

    A title cannot mark a change of language inside it, so a name that stands in for a
    missing translation stands alone, under its own lang.
    """
    parts = [part if isinstance(part, Words) else pick_own(part) for part in parts if part]
    own = current_language().html_lang
    lang = own if is_latin(parts[0].text) else parts[0].lang
    kept = [part.text for part in parts if part.lang == lang or is_latin(part.text)]
    if lang == own:
        return format_html("<title>{}</title>", " · ".join([*kept, gettext(CENTRE)]))
    return format_html('<title lang="{}">{}</title>', lang, " · ".join(kept))


def is_latin(text):
    """Whether a text can stand beside either language: it has neither Hangul nor Han."""
    return not HANGUL.search(text) and not HAN.search(text)


def pick_own(text):
    """A text of the page itself as Words."""
    return Words(str(text), current_language().html_lang)
