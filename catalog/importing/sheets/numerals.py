"""Numbers as Korean and Chinese write them: `4억 5천만`, `3.99万`, `二〇二四`, `叁万玖仟`.

Babel and the standard library read digits; what joins digits and number words in one
number, as price lists of both countries do, is read here.
"""

import re
from decimal import Decimal
from functools import lru_cache

DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    **dict(zip("영일이삼사오육칠팔구", range(10), strict=True)),
    **{"两": 2, "兩": 2, "공": 0, "륙": 6, "貳": 2, "參": 3, "陸": 6, "○": 0, "幺": 1},
}
SMALL = {
    **dict.fromkeys("十拾십", 10),
    **dict.fromkeys("百佰백", 100),
    **dict.fromkeys("千仟천", 1000),
}
LARGE = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("亿億억", 10**8),
    **dict.fromkeys("兆조", 10**12),
}
DIGIT_RUN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
WORDS = "".join([*DIGITS, *SMALL, *LARGE])
# Words may begin a number only where they are clearly one (`六轴`, `삼십`), so callers choose.
DIGITS_FIRST = rf"(?:{DIGIT_RUN})(?:\s?[{''.join([*SMALL, *LARGE])}]\s?(?:(?:{DIGIT_RUN})\s?)?)*"
WORDS_ONLY = rf"[{WORDS}]+"
TOKEN = re.compile(rf"({DIGIT_RUN})|([{WORDS}])")
# A Hangul word such as 이 (this) or 만 (only) is no number; with two signs it may be one.
NUMBER_WORD = re.compile(rf"(?:[{WORDS}]\s?)+")


@lru_cache(maxsize=8192)
def read_number(text: str) -> Decimal | None:
    """The number that all of the text spells, or None."""
    tokens = [found.groups() for found in TOKEN.finditer(text)]
    if "".join("".join(filter(None, token)) for token in tokens) != text.replace(" ", ""):
        return None
    if not tokens:
        return None
    if all(word and word in DIGITS for _, word in tokens):
        return Decimal("".join(str(DIGITS[word]) for _, word in tokens))
    return _add_up(tokens)


def _add_up(tokens):
    """`4억 5천만` -> 4 * 10^8 + 5 * 1000 * 10^4, as both languages count."""
    total = section = Decimal(0)
    number = None
    for digits, word in tokens:
        if digits:
            if number is not None:
                return None
            number = Decimal(digits.replace(",", ""))
        elif word in DIGITS:
            number = Decimal(DIGITS[word]) if not number else number * 10 + DIGITS[word]
        elif word in SMALL:
            section += (1 if number is None else number) * SMALL[word]
            number = None
        else:
            section += number or 0
            if section or not total:
                total += (section or 1) * LARGE[word]
            else:
                total *= LARGE[word]  # 万亿
            section, number = Decimal(0), None
    return total + section + (number or 0)


def words_to_digits(text: str) -> str:
    """`二〇二四年八月` -> `2024年8月`: number words in front of what they count."""
    return re.sub(
        rf"[{''.join(DIGITS)}十拾]+(?=\s*[年月日号季半]|\s*[년월일])",
        lambda found: str(read_number(found[0]) or found[0]),
        text,
    )
