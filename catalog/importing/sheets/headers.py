"""What each column is, by its header: `제품명\\n(국문)`, `零售价（人民币，含税）`, `무게(kg)`."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from .prices import EXCLUDED, INCLUDED, MULTIPLIER, PATTERNS, PriceColumn, read_price_header
from .text import compact, in_brackets, is_blank, language_of, plain, without_brackets
from .units import any_unit
from .vocabulary import lists, lookup, word_set

LONGEST_HEADER = 60
MUST = re.compile(
    r"[*※★●]|[(\[【]?\s*(?:필수|선택|필수입력|필수 입력|필수항목|必填|选填|必填项|"
    r"required|optional|mandatory)\s*[)\]】]?",
    re.IGNORECASE,
)
NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[①-⑳])\s*")
BILINGUAL = {"name": "name", "tagline": "tagline", "summary": "summary", "highlights": "highlights"}
# What a column means in itself, beside the languages a header may name.
NAMES = ("name.ko", "name.zh", "name.en")
WEIGHTS = {**dict.fromkeys(NAMES, 5), "model": 3, "vendor.name": 4, "price": 3, "specs": 3}
CONTAINED = (
    "vendor.registration_no",
    *NAMES,
    "tagline",
    "summary",
    "specs",
    "price",
    "release",
    "certifications",
    "website",
    "family",
    "vendor.name",
    "highlights",
    "intro",
)
ENDINGS = ("family", "intro", "certifications", "price", "specs", "release", "website")
PEOPLE = re.compile(
    r"담당|연락|전화|이메일|메일|주소|대표|联系|电话|邮箱|地址|手机|法人|contact|phone|mail|address|코드|编码|code"
)
SIZE = frozenset(
    map(
        compact,
        [
            "크기",
            "사이즈",
            "치수",
            "외형치수",
            "외형크기",
            "제품크기",
            "규격치수",
            "크기(mm)",
            "외형",
            "尺寸",
            "外形尺寸",
            "产品尺寸",
            "外观尺寸",
            "整机尺寸",
            "机身尺寸",
            "规格尺寸",
            "体积",
            "size",
            "dimensions",
            "dimension",
            "overall dimensions",
        ],
    )
)
LINE_ITEM = "구분"


@dataclass(frozen=True)
class Column:
    """One column: its header as written, what it maps to, and what the header adds."""

    index: int
    header: str
    meaning: str | None = None
    unit: str = ""
    keys: tuple = ()
    price: PriceColumn | None = None

    @property
    def maps_to(self):
        """As the report names it; what the importer uses for itself only is nothing."""
        return None if self.meaning in (None, "number", "ignored") else self.meaning


def read_columns(headers: list, labels, context: str = "") -> list[Column]:
    """The columns of a header row; `context` is what stands above it."""
    found = [_column(at, text, labels, context) for at, text in enumerate(headers)]
    return _settled(found)


def header_score(cells: list, labels) -> int:
    """How much a row looks like a header: the meanings it names, products' names above all."""
    meanings = set()
    texts = [cell for cell in cells if not is_blank(cell)]
    for cell in texts:
        text = cell if isinstance(cell, str) else str(cell)
        if len(text) <= LONGEST_HEADER and (meaning := _meaning(text, labels)[0]):
            meanings.add(meaning)
    meanings -= {"number", "ignored"}
    named = meanings & {*NAMES, "model"}
    if not named or len(meanings) < 2:
        return 0
    score = sum(
        2 if meaning.startswith("specs.") else WEIGHTS.get(meaning, 2) for meaning in meanings
    )
    return score if 2 * len(meanings) >= len(texts) - 4 or score > 14 else 0


def is_part_of_header(text: str) -> bool:
    """Whether a cell under a header only refines it: 국문, kg, VAT 포함."""
    word = compact(text)
    return (
        word in _language_words()
        or bool(any_unit().fullmatch(plain(text).strip("() ").casefold()))
        or bool(INCLUDED.fullmatch(plain(text)) or EXCLUDED.fullmatch(plain(text)))
        or any(pattern.fullmatch(plain(text).strip("()")) for pattern in PATTERNS.values())
    )


def _column(index, header, labels, context):
    header = "" if is_blank(header) else str(header)
    if not header or len(header) > 3 * LONGEST_HEADER:
        return Column(index, header)
    meaning, keys = _meaning(header, labels)
    price = read_price_header(header, context) if (meaning or "").startswith("price") else None
    unit = _unit(header) if (meaning or "").startswith("specs.") else ""
    return Column(index, header, meaning, unit, keys, price)


@lru_cache(maxsize=4096)
def _words_of(header):
    """(text without marks of duty, language named or None, text without that language)."""
    text = NUMBERING.sub("", MUST.sub("", re.sub(r"\s*\n\s*", "", plain(header)))).strip()
    for inside in in_brackets(text):
        if language := _language_words().get(compact(inside)):
            return text, language, without_brackets(text)
    whole = compact(text)
    for word, language in _language_words().items():
        if len(word) > 1 and len(whole) > len(word):
            if whole.startswith(word) and not (word.isascii() and len(word) < 3):
                return text, language, whole[len(word) :]
            if word in whole and not word.isascii():
                return text, language, whole.replace(word, "", 1)
    found = re.search(r"[\s_\-.(]([a-z]{2,3})\)?$", text, re.IGNORECASE)
    if found and (language := _language_words().get(found[1].casefold())):
        return text, language, text[: found.start()]
    return text, None, text


@lru_cache(maxsize=1)
def _language_words():
    words = lookup("languages")
    return {word: words[word] for word in sorted(words, key=len, reverse=True)}


def _meaning(header, labels):
    """(meaning, spec keys): by the whole header, by what is left without asides, by a part."""
    text, language, rest = _words_of(header)
    own = language or language_of(text)
    candidates = dict.fromkeys(
        compact(part) for part in (text, rest, without_brackets(rest), _without_money(rest)) if part
    )
    candidates.pop("", None)
    for word in candidates:
        if meaning := lookup("headers").get(word):
            return _in_language(meaning, own if language or meaning not in NAMES else None), ()
    for word in candidates:
        if word in SIZE:
            return "specs.size", ()
    if keys := labels(re.sub(r"/[^/]{1,5}$", "", text)) or labels(text) or labels(_unitless(text)):
        return f"specs.{keys[0]}", tuple(keys)
    word = compact(without_brackets(rest)) or compact(rest)
    if not PEOPLE.search(word) and (meaning := _contained(word)):
        return _in_language(meaning, own if language or meaning not in NAMES else None), ()
    if LINE_ITEM in word:
        return "kind", ()
    return None, ()


def _in_language(meaning, language):
    """Names and sentences belong to the language that the header names, else its own."""
    if meaning in NAMES:
        return f"name.{language}" if language else meaning
    if meaning in ("tagline", "summary", "highlights", "intro"):
        return f"{meaning}.{language or 'en'}"
    return meaning


def _without_money(text):
    text = INCLUDED.sub("", EXCLUDED.sub("", without_brackets(text)))
    text = re.sub(r"[/,:](?:元|원|万元|만원|us\$|\$|₩|¥|￥).*$", "", text, flags=re.IGNORECASE)
    for pattern in PATTERNS.values():
        text = pattern.sub("", text)
    return MULTIPLIER.sub("", text) if len(compact(text)) > 2 else text


def _contained(word):
    """The longest known header words inside a longer header, or the short one it ends in."""
    found = [
        (len(known), meaning)
        for meaning in CONTAINED
        for known in lists("headers")[meaning]
        if known in word
        and (
            len(known) >= (6 if known.isascii() else 3)
            or (meaning in ENDINGS and len(known) == 2 and word.endswith(known))
        )
    ]
    return max(found)[1] if found else None


def _unitless(text):
    """`Weight kg`, `重量kg`: a label with its unit behind it and no bracket."""
    return re.sub(r"[\s]*[a-z/·°%℃]{1,5}$", "", text, flags=re.IGNORECASE)


def _unit(header):
    text = plain(header)
    parts = [*in_brackets(text), *re.findall(r"/\s*([^/()]{1,6})$", text), text.split()[-1]]
    parts += re.findall(r"[a-z/·]{1,5}$", text, re.IGNORECASE)
    for part in parts:
        part = re.sub(r"^(?:단위|单位|unit)\s*[:：]?\s*", "", part.strip())
        if any_unit().fullmatch(part.casefold()):
            return part
    return ""


def _settled(columns):
    """Decide what depends on the other columns: models, introductions, kinds."""
    meanings = {column.meaning for column in columns}
    settled = []
    for column in columns:
        meaning = column.meaning or ""
        if meaning == "model" and "name.en" not in meanings:
            meaning = "name.en"
        elif meaning.startswith("intro."):
            language = meaning.removeprefix("intro.")
            taken = f"summary.{language}" in meanings and f"tagline.{language}" not in meanings
            meaning = f"tagline.{language}" if taken else f"summary.{language}"
        elif meaning == "kind":
            meaning = "family" if "family" not in meanings else ""
        meanings.add(meaning)
        settled.append(replace(column, meaning=meaning or None))
    return settled


def known_words() -> frozenset:
    return word_set("placeholders")
