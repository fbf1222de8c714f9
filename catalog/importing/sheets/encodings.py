"""Which encoding a text file is in, and what parts its columns.

Byte order marks and strict UTF-8 decide at once. GB18030 and CP949 use the same bytes for
different characters, which detectors confuse in short files: here each reading is judged
by its own script and by how many words of real headers it shows.
"""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from .text import compact
from .vocabulary import lookup

SAMPLE = 256 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("gb18030", "cp949", "big5hkscs")
CELLS = re.compile(r"[,;\t|\r\n\"]+")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
HAN = re.compile(r"[\u4e00-\u9fff]")
# Simplified characters and particles that every Chinese table has, and Korean endings.
COMMON_HAN = frozenset(
    "的一是了产品名称人机器公司价格元年月日中文国型号说明参数量重高长可有用为与及电动智能自工作"
)
COMMON_HANGUL = frozenset(
    "의은는이가을를에로고하다한업체제품명가격원년월일국문사양설명인증로봇자동주행기능"
)
CHUNK = 1024 * 1024


def encoding_of(path: Path) -> str:
    """The encoding's Python name; "" for bytes that are no text at all."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    for mark, name in MARKS:
        if sample.startswith(mark):
            return name
    if b"\x00" in sample:
        return _wide(sample)
    if _decodes(path, "utf-8"):
        return "utf-8"
    return _east_asian(sample, path)


def _wide(sample):
    """UTF-16 without a mark: every other byte of Latin text and digits is nought."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd / half > 0.02 and odd > 4 * even:
        return "utf-16-le" if _read(sample, "utf-16-le") else ""
    is_big = even / half > 0.02 and even > 4 * odd
    return "utf-16-be" if is_big and _read(sample, "utf-16-be") else ""


def _decodes(path, encoding):
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _east_asian(sample, path):
    scores = {}
    for name in CANDIDATES:
        text = _read(sample, name)
        if text is not None:
            scores[name] = _score(text, name)
    ranked = sorted(scores, key=scores.get, reverse=True)
    if not ranked:
        return _guessed(sample)
    for name in ranked:
        if _decodes(path, name):
            return name
    return ranked[0]


def _guessed(sample):
    """Neither: what the general detector makes of it, if it is text."""
    best = from_bytes(sample).best()
    return best.encoding if best else ""


def _read(sample, encoding):
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return decoder.decode(sample)
    except UnicodeDecodeError:
        return None


def _score(text, encoding):
    """How much a reading looks like a table in its own language."""
    headers = lookup("headers")
    words = {compact(part) for part in CELLS.split(text[:20_000]) if 1 < len(part) < 20}
    known = sum(1 for word in words if word in headers and not word.isascii())
    hangul, han = len(HANGUL.findall(text)), len(HAN.findall(text))
    common = sum(1 for letter in text if letter in COMMON_HAN or letter in COMMON_HANGUL)
    letters = max(1, hangul + han)
    mixed = min(hangul, han) / letters if encoding == "cp949" else 0
    strange = sum(1 for letter in text if 0xE000 <= ord(letter) <= 0xF8FF) / max(1, len(text))
    return known * 10 + 20 * common / letters - 30 * mixed - 50 * strange


def written_in(encoding: str) -> str:
    """The name that a report gives the encoding."""
    return {"utf-8-sig": "utf-8", "big5hkscs": "big5"}.get(encoding, encoding)
