"""Prices as companies write them: `4억 5천만원`, `3.99万元起`, `US$16,000`, `面议`."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from .numerals import DIGITS_FIRST, WORDS_ONLY, read_number
from .text import compact, language_of, plain
from .vocabulary import is_placeholder

CURRENCIES = {
    "KRW": r"krw|₩|￦|원화|한화|원(?!산|격|형|하)|韩元|韩币|won\b",
    "USD": r"usd|us\s?\$|u\.s\.|美元|美金|美刀|달러|미화|\$|dollars?",
    "CNY": r"cny|rmb|人民币|¥|￥|元|위안|块钱|yuan|위엔",
}
PATTERNS = {code: re.compile(words, re.IGNORECASE) for code, words in CURRENCIES.items()}
ON_REQUEST = re.compile(
    r"面议|面谈|询价|询问|电议|电询|电联|详询|咨询|议价|另议|洽谈|面洽|来电|致电|联系|另询|询盘|按需|根据配置|定制报价|"
    r"문의|협의|상담|견적|별도\s*안내|추후|미정|미공개|비공개|시가|협상|연락|요청|"
    r"待定|未定|暂无|未公布|保密|tbd|tba|poa|request|inquir|enquir|contact|call|negotia|quote|undisclosed|n/a",
    re.IGNORECASE,
)
FREE = re.compile(r"^(?:무료|무상|免费|free|开源免费|0원|0元)", re.IGNORECASE)
INCLUDED = re.compile(
    r"(?<!不)(?<!未)含\s*(?:\d+%)?\s*增?值?税|价税合计|税込|(?:vat|부가세|부가가치세|세금|세)\s*(?:포함|included|incl|inc\b)|"
    r"(?:incl(?:uding|udes|\.)?|inc\.?|with)\s*(?:of\s*)?(?:vat|tax)|(?:vat|tax)[-\s]*(?:incl|inc\b)|포함",
    re.IGNORECASE,
)
EXCLUDED = re.compile(
    r"不含\s*(?:\d+%)?\s*增?值?税|未含?税|未税|税前|除税|税外|(?:vat|부가세|"
    r"부가가치세|세금|세)\s*(?:별도|미포함|불포함|제외|excl|ex\b|not included|extra)|"
    r"(?:excl(?:uding|udes|\.)?|ex\.?|without|plus|\+)\s*(?:vat|tax)|(?:vat|tax)[-\s]*(?:excl|ex\b)|별도|미포함|不含",
    re.IGNORECASE,
)
MONTHLY = re.compile(
    r"月费|每月|/\s*月|元/?月|按月|包月|月租|月付|/\s*월|매월|월간|월정액|^월\s|월\s?(?=[\d₩])|월\s?(?:이용|구독|요금|사용|렌탈)|"
    r"per month|/\s*mo(?:nth)?\b|monthly|a month",
    re.IGNORECASE,
)
YEARLY = re.compile(
    r"年费|每年|/\s*年|按年|包年|年付|年租|/\s*년|매년|연간|^연\s|연\s?(?=[\d₩])|년간|연\s?(?:이용|구독|요금|사용)|"
    r"per year|/\s*y(?:ea)?r\b|yearly|annual|per annum",
    re.IGNORECASE,
)
FROM = re.compile(
    r"起售|起价|元起|万起|起(?:步)?\s*$|起[（(]|부터|시작가|최저|最低|(?<!\d)~\s*$|이상|以上|from|starting|\+\s*$",
    re.IGNORECASE,
)
ROUGH = re.compile(
    r"约|左右|약\s?\d|내외|정도|가량|approx|about|around|上下|大概|~\s?\d+[^~]*$", re.IGNORECASE
)
SCALES = {"k": 10**3, "m": 10**6, "thousand": 10**3, "million": 10**6}
NUMBER = re.compile(
    rf"(?P<number>{DIGITS_FIRST}|{WORDS_ONLY})\s?(?P<scale>k|m|thousand|million)?(?![a-z])",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"^\s*(?:원|元|만원|₩|¥|￥|us\$|\$|krw|cny|usd|rmb)?\s*(?:~|-|至|到|부터|에서|to)\s*(?:krw|cny|usd|rmb|us\$|[₩¥￥$])?\s*$",
    re.IGNORECASE,
)
MULTIPLIER = re.compile(
    r"(천만|백만|십만|만|천|억|百万|千万|万|千|亿)\s*(?:원|元|won)?|thousand|million|\b1,?000\b|(?<![a-z])k(?![a-z])",
    re.IGNORECASE,
)
CENT = Decimal("0.01")
LARGEST = Decimal(10) ** 12


@dataclass(frozen=True)
class PriceColumn:
    """What a price column's header says of the cells below it."""

    currency: str = ""
    vat: str | None = None
    multiplier: int = 1
    period: str = ""
    basis: str = ""
    language: str = "en"

    def with_own(self, *, currency="", vat=None):
        """The same with what columns of their own say."""
        return replace(self, currency=currency or self.currency, vat=vat or self.vat)


@dataclass(frozen=True)
class SheetPrice:
    """A price, or none with `is_on_request` where the cell asks to inquire."""

    amount: Decimal | None = None
    maximum: Decimal | None = None
    currency: str = ""
    vat: str | None = None
    basis: str = ""
    period: str = ""
    is_on_request: bool = False
    # What the cell itself says of tax, whatever the header does.
    stated_vat: str | None = None
    warnings: tuple = ()

    def up_to(self, maximum):
        """The same as a range, where the second is the larger."""
        return replace(self, maximum=maximum) if maximum > self.amount else self


def read_price_header(text: str, context: str = "") -> PriceColumn:
    """What a header says; `context` (a title above the table) may say it for all columns."""
    text = plain(text)
    return PriceColumn(
        currency=currency_in(text) or currency_in(_unit_note(context)),
        vat=vat_in(text) or vat_in(context),
        multiplier=_multiplier(text) or _multiplier(_unit_note(context)) or 1,
        period=_period(text),
        basis="from_price" if re.search(r"起售|起价|시작가|최저|starting|from", text, re.I) else "",
        language=language_of(text),
    )


def _unit_note(text):
    """`단위: 천원` in a title; a title without such a note says nothing about numbers."""
    found = re.search(
        r"(?:단위|单位|unit|금액|价格)\s*[:：]?\s*([^)）\s]{1,12})", plain(text), re.I
    )
    return found[1] if found else ""


def _multiplier(text):
    found = MULTIPLIER.search(re.sub(r"含税|별도|포함", "", text))
    if not found:
        return 0
    word = found[1] or {"k": "千", "thousand": "千", "million": "百万"}.get(found[0].lower(), "千")
    number = read_number(word)
    return int(number) if number else 0


def currency_in(text: str) -> str:
    """The currency a text names, or ""; the sign before a word decides (`US$`, not `$`)."""
    found = {code: pattern.search(text) for code, pattern in PATTERNS.items()}
    if found["USD"] or found["KRW"]:
        return "USD" if found["USD"] else "KRW"
    return "CNY" if found["CNY"] else ""


def vat_in(text: str) -> str | None:
    text = plain(text)
    if EXCLUDED.search(text):
        return "excluded"
    return "included" if INCLUDED.search(text) else None


def _period(text):
    return "per_month" if MONTHLY.search(text) else "per_year" if YEARLY.search(text) else ""


@lru_cache(maxsize=8192)
def read_price(value, column: PriceColumn, fallback: str = "") -> SheetPrice | None:
    """What a price cell says; None for an empty cell, or one nothing can be read of.

    `fallback` is the currency where neither cell nor header names one.
    """
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        amount = Decimal(str(value)) * column.multiplier
        return _settled(SheetPrice(amount=amount), column, "", fallback)
    text = plain(str(value))
    if not text:
        return None
    amounts = _amounts(text, column)
    if not amounts:
        on_request = is_placeholder(text) or bool(ON_REQUEST.search(text))
        warning = "price_free" if FREE.match(text) else "unread_price"
        return SheetPrice(is_on_request=on_request, warnings=() if on_request else (warning,))
    price = SheetPrice(
        amount=amounts[0],
        maximum=amounts[1] if len(amounts) > 1 else None,
        currency=currency_in(text),
        vat=vat_in(text),
        basis="from_price" if FROM.search(text) and len(amounts) == 1 else "",
        period=_period(text),
        warnings=("approximate:price",) if ROUGH.search(text) and len(amounts) == 1 else (),
    )
    return _settled(price, column, text, fallback)


def _settled(price, column, text, fallback):
    """The cell first, then the header, then what the company's country suggests."""
    warnings = list(price.warnings)
    if price.amount is None or price.amount <= 0 or price.amount >= LARGEST:
        return SheetPrice(warnings=("unread_price",))
    if price.vat and column.vat and price.vat != column.vat:
        warnings.append("vat_conflicts_with_header")
    if price.currency and column.currency and price.currency != column.currency:
        warnings.append("currency_conflicts_with_header")
    currency = price.currency or column.currency
    if not currency:
        currency = {"ko": "KRW", "zh": "CNY"}.get(column.language) or fallback or "USD"
        if fallback and currency != fallback:
            warnings.append("currency_assumed")
    return replace(
        price,
        amount=price.amount.quantize(CENT),
        maximum=price.maximum and price.maximum.quantize(CENT),
        currency=currency,
        vat=price.vat or column.vat,
        stated_vat=price.vat,
        basis=price.basis or column.basis,
        period=price.period or column.period,
        warnings=tuple(warnings),
    )


def _amounts(text, column):
    """[amount] or [minimum, maximum] in single units of money, or []."""
    found = [item for item in NUMBER.finditer(_without_asides(text)) if _is_amount(item, text)]
    if not found:
        return []
    outside = _without_asides(text)
    found = _from_money_on(found, outside)
    first = found[0]
    if len(found) > 1 and BETWEEN.match(outside[first.end() : found[1].start()]):
        low, high = _joint(first["number"], found[1]["number"])
        ends = [_scaled(low, first, column, text), _scaled(high, found[1], column, text)]
        if first["scale"] is None and found[1]["scale"]:
            ends[0] = _scaled(low, found[1], column, text)
        return ends if None not in ends and ends[0] < ends[1] else [end for end in ends[:1] if end]
    amount = _scaled(first["number"], first, column, text)
    return [amount] if amount is not None else []


def _from_money_on(found, outside):
    """Without leading numbers that count something else: `100만 토큰당 $0.5`."""
    beside = next((at for at, item in enumerate(found) if _is_beside_money(item, outside)), 0)
    if beside and BETWEEN.match(outside[found[beside - 1].end() : found[beside].start()]):
        beside -= 1
    return found[beside:]


def _is_beside_money(found, text):
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    return any(
        re.search(rf"(?:{words})$", before, re.IGNORECASE) or pattern.match(after)
        for words, pattern in zip(CURRENCIES.values(), PATTERNS.values(), strict=True)
    )


def _without_asides(text):
    """Without tax rates, counts such as `1대당` and dates, whose numbers are no amounts."""
    text = re.sub(r"\d+(?:\.\d+)?\s*%", " ", text)
    text = re.sub(r"(?:vat|부가세|增值税|税)\s*\d+", " ", text, flags=re.IGNORECASE)
    text = re.sub(r"(?:19|20)\d\d\s*[年년.]\s*\d{0,2}\s*[月월]?", " ", text)
    return re.sub(
        r"/?\s*\d*\s*(?:대당|개당|세트당|台起|每台|/台|/套|台/|/대|/세트|/set|/unit|per unit)",
        " ",
        text,
    )


def _is_amount(found, text):
    """Number words such as 이 or 만 are amounts only beside a unit of money."""
    number = found["number"]
    if re.search(r"\d", number):
        return True
    after = text[text.find(number) + len(number) :]
    return len(number) > 1 and bool(re.match(r"\s*(?:원|元|块|달러|美元|위안|won)", after))


def _joint(low, high):
    """`9.9-16.9万`: the word behind the second number counts for both."""
    word = re.search(r"[만억조万亿千百천백]+$", high.strip())
    if (
        word
        and not re.search(r"[만억조万亿千百천백]", low)
        and Decimal(low.replace(",", "")) < 10_000
    ):
        return low.strip() + word[0], high
    return low, high


def _scaled(number, found, column, text):
    amount = read_number(number.strip())
    if amount is None:
        return None
    if found["scale"]:
        return amount * SCALES[found["scale"].lower()]
    if (
        column.multiplier > 1
        and not re.search(r"[만억조万亿천백千百]", number)
        and not _names_single(text)
    ):
        return amount * column.multiplier
    return amount


def _names_single(text):
    """Whether the cell names its own unit of money, so that the header's thousands do not count."""
    return bool(re.search(r"\d\s*(?:원|元)", text))


def is_on_request_text(text: str) -> bool:
    return bool(ON_REQUEST.search(plain(text))) or not compact(text)
