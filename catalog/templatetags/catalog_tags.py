"""Tags of the catalogue's pages."""

from django import template
from django.utils.translation import gettext_lazy as _

from catalog import structured_data
from catalog.formatting import split_unit
from center_site.addresses import origin_of
from center_site.languages import Words, current_language, lang_of
from center_site.templatetags.site_tags import json_ld

register = template.Library()
FACET_LABELS = {
    "field": _("Field"),
    "family": _("Family"),
    "application": _("Application"),
    "industry": _("Industry"),
    "origin": _("Country"),
    "availability": _("Availability"),
    "vendor": _("Company"),
}


@register.simple_tag(takes_context=True)
def product_json_ld(context, product):
    return json_ld(structured_data.product_graph(product, origin_of(context["request"])))


@register.simple_tag(takes_context=True)
def vendor_json_ld(context, vendor):
    return json_ld(structured_data.vendor_graph(vendor, origin_of(context["request"])))


@register.simple_tag
def page_parameters(selection, number):
    """The query string of another page of this selection."""
    return selection.parameters(page=number)


@register.filter
def in_its_language(text):
    """A text of unknown language as Words, judged by its script."""
    return Words(text, lang_of(text))


@register.filter
def script_lang(text):
    return lang_of(text)


@register.simple_tag
def canonical_query(products):
    """What the canonical address of a list's page ends with: only its page number."""
    return f"?page={products.number}" if products.number > 1 else ""


@register.simple_tag
def page_numbers(products):
    """The numbers to offer: the ends, the neighbours, and gaps."""
    return products.paginator.get_elided_page_range(products.number, on_each_side=2, on_ends=1)


@register.simple_tag
def facet_label(facet):
    return FACET_LABELS[facet.facet.name]


@register.filter
def own_words(text):
    """A translated string as Words of the page's language."""
    return Words(str(text), current_language().html_lang)


@register.simple_tag
def headline_rows(rows):
    """At most four headline figures: numbers and short choices, never long texts."""
    return [row for row in rows if row.is_headline and len(row.value.text) <= 16][:4]


@register.inclusion_tag("catalog/components/figure.html")
def figure(row):
    """A spec's value with its number large and its unit small."""
    number, unit = split_unit(row)
    return {"number": number, "unit": unit, "value": row.value}
