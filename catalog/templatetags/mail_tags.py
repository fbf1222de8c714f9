"""Filters of the texts that are mailed."""

from django import template

register = template.Library()


@register.filter
def quoted(text):
    """What somebody wrote, each line marked, so that empty lines keep it one quotation."""
    return "\n".join(f"> {line.strip()}" for line in str(text).strip().splitlines())
