"""A cell of certification marks -> the taxonomy's keys, in the cell's order."""

import re

from .terms import SheetTerms
from .text import BRACKETS, compact, plain
from .vocabulary import is_placeholder

PENDING = re.compile(
    r"진행|준비|예정|신청|심사|취득\s*중|추진|申请|进行|办理|认证中|待|审核|计划|拟|"
    r"pending|in progress|planned|applied",
    re.IGNORECASE,
)
PARTS = re.compile(r"[,、;\n|·•+&]+|/(?!\s*(?:iec|ts|sae)\b)|\s및\s|\s和\s|\s及\s", re.IGNORECASE)
STANDARD = re.compile(
    r"(?:iso|iec|iatf|en)[\s/:\-]*(?:iec|ts|sae|iso)?[\s/:\-]*(\d{4,5})", re.IGNORECASE
)
NUMBERED = {
    "10218": "ISO_10218",
    "15066": "ISO_TS_15066",
    "13482": "ISO_13482",
    "13485": "ISO_13485",
    "13849": "ISO_13849",
    "26262": "ISO_26262",
    "21434": "ISO_21434",
    "21448": "ISO_21448",
    "16949": "IATF_16949",
    "27001": "ISO_27001",
    "42001": "ISO_42001",
    "60529": "IP_RATING",
}
IP = re.compile(r"^ip\s?[\dx]{2}k?", re.IGNORECASE)
SPACED = re.compile(r"\s+")


def read_certifications(text: str, terms: SheetTerms) -> tuple[list[str], list[str]]:
    """(keys of marks that are held, warnings about the rest)."""
    if is_placeholder(text):
        return [], []
    held, warnings = [], []
    for part in PARTS.split(_without_numbers(plain(text), terms)):
        part = part.strip(" .:")
        if is_placeholder(part):
            continue
        keys = _keys(part, terms)
        if not keys:
            warnings.append(f"unknown_certification:{part[:40]}")
        elif PENDING.search(part):
            warnings += [f"certification_pending:{key}" for key in keys]
        else:
            held += keys
    return list(dict.fromkeys(held)), warnings


def _without_numbers(text, terms):
    """Brackets hold numbers and dates of marks; what is a mark or a state in them stays."""

    def spared(found):
        inside = found[0][1:-1]
        return f" {inside} " if PENDING.search(inside) or _keys(inside, terms) else " "

    return BRACKETS.sub(spared, text)


def _keys(part, terms):
    if IP.match(part):
        return ["IP_RATING"]
    if found := STANDARD.search(part):
        return [NUMBERED[found[1]]] if found[1] in NUMBERED else []
    if key := terms.mark(part):
        return [key]
    words = SPACED.split(part)
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            if key := terms.mark("".join(words[start : start + length])):
                return [key, *_others(words[start + length :], terms)]
    return _within(compact(part), terms)


def _others(words, terms):
    """`CE FCC RoHS`: marks parted by nothing but spaces."""
    found = (terms.mark(word) for word in words)
    return [key for key in found if key]


def _within(text, terms):
    """The longest known words inside, such as 식약처 in 식약처허가제2024호."""
    words = (word for word in terms.mark_words if len(word) > 2 and word in text)
    longest = max(words, key=len, default=None)
    return [terms.mark_words[longest]] if longest else []
