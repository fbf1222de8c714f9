"""Which product of the catalogue a row means, and by what a row is known again."""

import re
from collections import defaultdict
from functools import lru_cache

from catalog.models import ProductAlias, ProductPage

from .text import squeezed, without_brackets

JOINTS = re.compile(r"[-_·]")
EXACT, ALIAS = 3, 1


@lru_cache(maxsize=16384)
def model_form(name: str) -> str:
    """A model's name as it is compared: without case, spaces and hyphens; points count."""
    return JOINTS.sub("", squeezed(name))


class Products:
    """The products of the companies that a sheet names; each company is read once."""

    def __init__(self):
        self._of = lru_cache(maxsize=256)(self._read)

    def find(self, vendor_pk: int, names: dict) -> tuple[str, str] | None:
        """(slug, family's key) of the product that these names belong to, or None."""
        known = self._of(vendor_pk)
        scores = defaultdict(int)
        for language, name in names.items():
            if not name:
                continue
            for form in dict.fromkeys((model_form(name), model_form(without_brackets(name)))):
                for slug, family, own, weight in known.get(form, ()):
                    scores[slug, family] += weight + (own == language)
        return max(scores, key=scores.get) if scores else None

    def _read(self, vendor_pk):
        known = defaultdict(set)
        pages = ProductPage.objects.filter(vendor_id=vendor_pk)
        rows = pages.values_list("slug", "family__key", "title_ko", "title_zh", "title_en")
        for slug, family, *titles in rows:
            for language, title in zip(("ko", "zh", "en"), titles, strict=True):
                for text in {title, without_brackets(title)} - {""}:
                    known[model_form(text)].add((slug, family, language, EXACT))
        aliases = ProductAlias.objects.filter(product__vendor_id=vendor_pk)
        for slug, family, name in aliases.values_list(
            "product__slug", "product__family__key", "name"
        ):
            known[model_form(name)].add((slug, family, "", ALIAS))
        return {
            form: found for form, found in known.items() if len({item[0] for item in found}) == 1
        }


def source_key(names: dict, model: str = "") -> str:
    """By what a company's row is known when the sheet comes again: its model, else its name."""
    name = model or names.get("en") or names.get("zh") or names.get("ko") or ""
    return model_form(name)[:180]
