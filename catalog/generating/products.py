"""Invented products. Product n is the same for the same seed and companies."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from catalog.models import (
    Application,
    Availability,
    Family,
    Industry,
    ProductAlias,
    ProductHighlight,
    ProductPage,
    ProductPicture,
    Vendor,
)
from catalog.ordering import stamp_order
from catalog.translation import confirm, stamp_states
from center_site.languages import LANGUAGES
from center_site.models import CenterImage

from . import vocabulary as words
from .companies import brand_of
from .figures import Offer, pick_specs

EDITIONS = ("", "", "", " Pro", " Lite", " Max")
# lowest, highest and step
PRICES = {
    "KRW": (900_000, 90_000_000, 10_000),
    "CNY": (5_000, 600_000, 100),
    "USD": (500, 90_000, 10),
}


@dataclass
class Catalogue:
    """What products are made of: companies by number, terms, specs by family, pictures."""

    vendors: list[Vendor]
    families: list[Family]
    applications: list[Application]
    industries: list[Industry]
    availabilities: list[Availability]
    offers: dict[int, list[Offer]]
    illustrations: Callable[[Family, str], list[CenterImage]]


def build_product(number: int, seed: int, known: Catalogue) -> ProductPage:
    """Product `number`, unsaved, with its rows and derived columns."""
    rng = Random(f"{seed} product {number}")  # noqa: S311 - the same again, not unguessable
    # some companies list many products, most a few
    vendor_number = int(rng.random() ** 2 * len(known.vendors))
    vendor, family = known.vendors[vendor_number], rng.choice(known.families)
    page = ProductPage(
        slug=f"gen-{family.key.replace('_', '-')}-{number}",
        source_key=f"gen-{number}",
        vendor=vendor,
        family=family,
        field=family.field,
        origin_country=vendor.country_code,
        source_language="ko" if vendor.country_code == "KR" else "zh-hans",
        source="generated",
        availability=rng.choice(known.availabilities),
        live=rng.random() < 0.97,
        is_featured=rng.random() < 0.001,
        is_confirmed=rng.random() < 0.9,
        released_on=datetime.date(rng.randint(2020, 2026), rng.randint(1, 12), 1),
        release_precision=rng.choice(("year", "month", "month")),
    )
    _name(page, brand_of(_brand_number(vendor), vendor.country_code), number, rng)
    _describe(page, rng)
    _price(page, rng)
    page.specs = pick_specs(rng, known.offers[family.pk])
    page.applications = rng.sample(known.applications, rng.randint(0, 2))
    page.industries = rng.sample(known.industries, rng.randint(1, 3))
    page.image, *others = known.illustrations(family, vendor.country_code) or [None]
    page.gallery = [ProductPicture(image=image, sort_order=n) for n, image in enumerate(others)]
    _derive(page, rng)
    return page


def _brand_number(vendor):
    return int(vendor.source_key.removeprefix("gen-")) // 2


def _name(page, brand, number, rng):
    ko, zh, en = rng.choice(words.LINES)
    code = f"{rng.choice('ABDEGHKMRSTVX')}{rng.randint(1, 99)}{rng.choice(EDITIONS)}"
    page.title_ko = f"{brand.ko} {ko} {code}"
    page.title_zh = f"{brand.zh}{zh} {code}"
    page.title = page.title_en = f"{brand.en} {en} {code}"
    names = [f"{ko} {code}", f"{brand.en}-{code.replace(' ', '')}", f"GEN-{number:05}"]
    page.other_names = [ProductAlias(name=name) for name in names[: rng.randint(1, 3)]]


def _describe(page, rng):
    place, task = rng.choice(words.PLACES), rng.choice(words.TASKS[page.field.key])
    remark = rng.choice(words.REMARKS)
    page.tagline_ko = f"{place[0]}에서 {task[0]} {page.family.name_ko}"
    page.tagline_zh = f"在{place[1]}{task[1]}{page.family.name_zh}"
    page.summary_ko = f"{place[0]}에서 {task[0]} {page.family.name_ko} 제품입니다. {remark[0]}"
    page.summary_zh = f"在{place[1]}{task[1]}{page.family.name_zh}产品。{remark[1]}"
    page.highlights = [
        ProductHighlight(text_ko=ko, text_zh=zh, sort_order=order)
        for order, (ko, zh) in enumerate(rng.sample(words.QUALITIES, 3))
    ]


def _price(page, rng):
    """Two in five products name a price, in the company's own currency or in dollars."""
    if rng.random() > 0.4:
        return
    home = "KRW" if page.origin_country == "KR" else "CNY"
    page.price_currency = "USD" if rng.random() < 0.1 else home
    lowest, highest, step = PRICES[page.price_currency]
    page.price_minimum = Decimal(rng.randrange(lowest, highest, step))
    page.price_basis = rng.choice(page.PriceBasis.values)
    page.price_as_of_on = datetime.date(2026, rng.randint(1, 11), 1)
    if rng.random() < 0.2:
        page.price_maximum = page.price_minimum * 2


def _derive(page, rng):
    """States as in life: mostly both languages ready, some with one missing or behind."""
    behind = rng.choice(LANGUAGES) if rng.random() < 0.15 else None
    how = rng.choice(("missing", "draft", "outdated"))
    if behind and how == "missing":
        for name in ("title", "tagline", "summary"):
            setattr(page, f"{name}_{behind.suffix}", "")
    for language in LANGUAGES:
        confirm(page, language)
        setattr(page, f"is_ready_{language.suffix}", language is not behind or how == "outdated")
    if behind and how == "outdated":
        setattr(page, f"confirmed_hash_{behind.suffix}", "0" * 64)
    stamp_states(page)
    stamp_order(page)
    page.unique_slug = page.slug
