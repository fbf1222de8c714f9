"""Invented companies. Company n is the same for the same seed, whatever else is made."""

from dataclasses import dataclass
from random import Random

from catalog.models import Vendor
from catalog.ordering import stamp_order

from . import vocabulary as words


@dataclass(frozen=True)
class Brand:
    """What a company's products are called after: its name without the trade."""

    ko: str
    zh: str
    en: str


def brand_of(number: int, country: str) -> Brand:
    """The coined name number `number` of a country; all differ before they begin again."""
    if country == "KR":
        firsts, seconds = words.KOREAN_FIRST, words.KOREAN_SECOND
    else:
        firsts, seconds = words.CHINESE_FIRST, words.CHINESE_SECOND
    first = firsts[number % len(firsts)]
    second = seconds[number // len(firsts) % len(seconds)]
    return Brand(*(a + b for a, b in zip(first, second, strict=True)))


def build_vendor(number: int, seed: int) -> Vendor:
    """Company `number`, unsaved, with its derived columns."""
    rng = Random(f"{seed} company {number}")  # noqa: S311 - the same again, not unguessable
    country = ("KR", "CN")[number % 2]
    brand = brand_of(number // 2, country)
    names = len(words.KOREAN_FIRST) * len(words.KOREAN_SECOND)
    trade = words.TRADES[(number // 2 + number // 2 // names) % len(words.TRADES)]
    cities = words.KOREAN_CITIES if country == "KR" else words.CHINESE_CITIES
    city, place, task = rng.choice(cities), rng.choice(words.PLACES), _any_task(rng)
    slug = f"gen-{brand.en}-{trade[2]}-{number}".lower()
    vendor = Vendor(
        slug=slug,
        source_key=f"gen-{number}",
        country_code=country,
        name_ko=f"{brand.ko} {trade[0]}",
        name_zh=f"{brand.zh}{trade[1]}",
        name_en=f"{brand.en} {trade[2]}",
        city_ko=city[0],
        city_zh=city[1],
        founded_year=rng.randint(1998, 2025),
        website_url=f"https://{slug}.example",
        summary_ko=f"{city[0]} 소재 기업으로, {place[0]}에서 {task[0]} 기술을 만듭니다.",
        summary_zh=f"位于{city[1]}的企业，研发在{place[1]}{task[1]}技术。",
    )
    stamp_order(vendor)
    return vendor


def _any_task(rng):
    return rng.choice(words.TASKS[rng.choice(("ai", "robot", "fsd"))])
