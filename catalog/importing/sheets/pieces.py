"""A specs cell cut into its statements, and sizes such as `1320×450×200mm` in them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from .measures import read_measure
from .text import plain

NUMBERED = re.compile(r"[①-⑳❶-❿]")
# A break that is one wherever it stands.
BREAK = re.compile(r"[\n;；。|¦┃│\t]+")
BULLET = re.compile(r"^\s*(?:[-*·▪■●○◆▶✓✔※>#]+|\(?\d{1,2}[.)](?=\s|[^\d\s.]))\s*")
LABELLED = re.compile(r"^([^:：=]{1,40}?)\s*[:：=]\s*(.+)$", re.DOTALL)
DENOMINATOR = re.compile(
    r"\s*(?:小时|时|秒|分|초|시간|시(?!야)|(?:h|s|min)(?![a-z])|[月年월년]|\d)", re.IGNORECASE
)
OPEN, CLOSE = "([{（［【", ")]}）］】"
TIMES = r"\s*(?:mm|cm|m)?\s*[x×*X✕╳＊]\s*"
NUMBER = r"\d[\d,]*(?:\.\d+)?"
SIZE = re.compile(
    rf"({NUMBER})(?:\s*\(?[LWHD长宽高]\)?)?{TIMES}({NUMBER})(?:\s*\(?[LWHD长宽高]\)?)?{TIMES}({NUMBER})\s*(mm|cm|毫米|厘米|m|米|밀리미터|센티미터)?",
    re.IGNORECASE,
)
SIZE_LABEL = re.compile(
    r"尺寸|大小|外形|크기|사이즈|치수|외형|size|dimension|[L长]\s*[)）]?\s*[x×*]|가로|전장|W\s*[x×*]",
    re.IGNORECASE,
)
FOLDED = re.compile(r"折叠|收纳|包装|접이|접은|접었|포장|fold|packag", re.IGNORECASE)
ORDER = re.compile(
    r"长度?|宽度?|高度?|深度?|가로|세로|높이|폭|길이|전장|전폭|전고|깊이|(?<![a-z])[LWHD](?![a-z])",
    re.IGNORECASE,
)
AXES = {
    **dict.fromkeys(
        ("长", "长度", "길이", "전장", "세로", "깊이", "l", "d", "深", "深度"), "length"
    ),
    **dict.fromkeys(("宽", "宽度", "폭", "가로", "전폭", "w"), "width"),
    **dict.fromkeys(("高", "高度", "높이", "전고", "h"), "height"),
}
VIEW = re.compile(
    r"(?:fov|视场角?|视角|시야각|화각|field of view)\D*?(\d+(?:\.\d+)?)\s*(?:°|度|"
    r"도)?\s*(?:\([^)]*\)|[HhVv]\b)?\s*[x×*X]\s*"
    r"(?:\([^)]*\)|[HhVv])?\s*(\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
DEFAULT_ORDER = ("length", "width", "height")


@dataclass(frozen=True)
class Piece:
    """One statement; `label` and `value` where a colon parts them."""

    text: str
    label: str = ""
    value: str = ""


def pieces_of(text: str) -> list[Piece]:
    """The statements of a cell. Breaks inside brackets, units and numbers are none."""
    text = plain(NUMBERED.sub("\n", text))
    found = []
    for line in BREAK.split(text):
        for part in _split(BULLET.sub("", line)):
            part = BULLET.sub("", part).strip(" ,、")
            if part:
                found.append(_piece(part))
    return found


def _piece(part):
    labelled = LABELLED.match(part)
    if labelled and not re.fullmatch(r"[\d\s.,~-]+", labelled[1]):
        return Piece(part, labelled[1].strip(), labelled[2].strip())
    return Piece(part)


def _split(line):
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(line):
        depth += (letter in OPEN) - (letter in CLOSE)
        if depth <= 0 and _is_break(line, at, letter):
            parts.append(line[start:at])
            start = at + 1
    return [*parts, line[start:]]


def _is_break(line, at, letter):
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if letter == "、":
        return True
    if letter in ",，":
        return not (before.isdigit() and re.match(r"\d{3}(?!\d)", line[at + 1 :]))
    if letter in "/·":
        if not before or not after:
            return False
        spaced = " " in (before, after) or (letter == "/" and _between_facts(line, at))
        return spaced or (
            not (_is_latin(before) and _is_latin(after)) and _parts_words(before, after)
        )
    return False


def _between_facts(line, at):
    """`43자유도/최대속도2m/s`: figures on both sides, and behind it no unit of time."""
    before = line[max(0, at - 20) : at]
    after = re.split(r"[/,、]", line[at + 1 :])[0]
    figures = re.search(r"\d", before) and re.search(r"\d", after)
    return bool(figures) and not DENOMINATOR.match(after)


def _parts_words(before, after):
    """`5kg/작업반경`, `7EA·카메라` break; `公里/小时`, `24/7` and `음성·오디오` do not."""
    if before.isdigit() and after.isdigit():
        return False
    return (
        _is_latin(before) or before.isdigit() or after.isdigit() or before in "축轴个개层단线℃°)）"
    )


def _is_latin(letter):
    return letter.isascii() and letter.isalpha()


def field_of_view_in(text: str) -> dict[str, Decimal]:
    """{"fov_h", "fov_v"} of `FOV(H×V): 120°×25.4°`."""
    found = VIEW.search(text)
    return {"fov_h": Decimal(found[1]), "fov_v": Decimal(found[2])} if found else {}


def dimensions_in(text: str) -> dict[str, Decimal]:
    """{"length", "width", "height"} in mm of a piece that states a size, else {}.

    Which is which follows the letters or words beside it; without any, length, width,
    height, as both countries write it. Folded and packed sizes are not the product's.
    """
    found = SIZE.search(text)
    if not found or not SIZE_LABEL.search(text) or FOLDED.search(text):
        return {}
    order = [AXES[word.casefold()] for word in ORDER.findall(text) if word.casefold() in AXES]
    names = order[:3] if len(set(order[:3])) == 3 else DEFAULT_ORDER
    unit = found[4] or "mm"
    sizes = (read_measure(f"{number}{unit}", "mm") for number in found.groups()[:3])
    return {name: size[0].minimum for name, size in zip(names, sizes, strict=True) if size}
