"""Addresses of products: ASCII, from the model name, each taken once."""

import re
import unicodedata

from pypinyin import lazy_pinyin

from catalog.models import ProductPage
from center_site.languages import HAN, HANGUL

# Addresses below the catalogue that a product of this name would hide behind.
RESERVED_SLUGS = {"suggest"}
LONGEST = 80


def free_slug(*names, page=None):
    """The first name's Latin letters and digits, numbered where another product has them.

    A Chinese name without any is written in pinyin; where nothing is left, `product`.
    """
    stem = next(filter(None, map(_latin, names)), "") or next(
        filter(None, (_latin(" ".join(lazy_pinyin(name))) for name in names)), "product"
    )
    others = ProductPage.objects.exclude(pk=page.pk if page else None)
    taken = set(
        others.filter(unique_slug__startswith=stem).values_list("unique_slug", flat=True)
    ) | set(RESERVED_SLUGS)
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _latin(name):
    """ "휴머노이드 H1 Pro" -> "h1-pro"; "" for a name in other scripts alone."""
    text = HANGUL.sub(" ", HAN.sub(" ", unicodedata.normalize("NFKC", name)))
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:LONGEST].strip("-")
