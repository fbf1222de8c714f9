"""Cell text made comparable: full-width forms, compatibility units, spaces, line breaks."""

import re
import unicodedata
from functools import lru_cache

# Punctuation that Chinese text sets in full width stays in names and sentences.
KEPT = set("（）［］｛｝【】，。：；！？～｜“”‘’＜＞《》「」…™℃℉½¼¾①②③④⑤⑥⑦⑧⑨⑩")
DOTS = str.maketrans(dict.fromkeys("ㆍ・‧•∙⋅᛫･", "·"))
DASHES = str.maketrans({**dict.fromkeys("〜∼～˜", "~"), **dict.fromkeys("−‐‑‒–—―﹣－", "-")})
PLAIN = {**DOTS, **DASHES, 0x2103: "℃", 0x3001: "、", 0x00BA: "°", 0x02DA: "°"}
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f]")
SPACES = re.compile(r"\s+")
BLANKS = re.compile(r"[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff\u3164]*")
BRACKETS = re.compile(r"[(（\[［【〔][^()（）\[\]［］【】〔〕]*[)）\]］】〕]")
COMPACT = re.compile(r"[\s_\-·.,/&'’`]+")


def is_blank(text) -> bool:
    """Whether a cell shows nothing: no-break, full-width and zero-width spaces are nothing."""
    if text is None or not isinstance(text, str):
        return text is None
    return not text or (not text[0].isalnum() and bool(BLANKS.fullmatch(text)))


@lru_cache(maxsize=8192)
def written(text: str) -> str:
    """A name or sentence as it is kept: half-width, one line, brackets and marks as they were."""
    kept = "".join(
        part if part in KEPT else unicodedata.normalize("NFKC", part)
        for part in text.translate(DOTS)
    )
    return SPACES.sub(" ", INVISIBLE.sub("", kept)).strip()


def paragraphs(text: str) -> str:
    """Like `written`, with its line breaks."""
    lines = (written(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """What values are read from: NFKC, one kind of dash, tilde and dot; lines kept."""
    text = unicodedata.normalize("NFKC", text.replace("℃", "\ue000").translate(DOTS))
    text = INVISIBLE.sub("", text.replace("\ue000", "℃").replace("°C", "℃").translate(PLAIN))
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


@lru_cache(maxsize=16384)
def compact(text: str) -> str:
    """What names are compared by: plain, without spaces, case and joining marks."""
    return COMPACT.sub("", plain(text)).casefold()


@lru_cache(maxsize=16384)
def squeezed(text: str) -> str:
    """What model names are compared by: plain, without spaces and case; hyphens count."""
    return SPACES.sub("", plain(text)).casefold()


def without_brackets(text: str) -> str:
    """The text outside of brackets, those inside others included."""
    while (outside := BRACKETS.sub(" ", text)) != text:
        text = outside
    return text.strip()


def in_brackets(text: str) -> list[str]:
    """The texts inside of brackets."""
    return [found[1:-1].strip() for found in BRACKETS.findall(text)]


def has_korean(text: str) -> bool:
    return any("\uac00" <= letter <= "\ud7a3" or "\u3131" <= letter <= "\u318e" for letter in text)


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf" for letter in text)


def language_of(text: str) -> str:
    """ "ko", "zh" or "en" by script; Hangul decides, as Korean text may quote Chinese."""
    return "ko" if has_korean(text) else "zh" if has_chinese(text) else "en"
