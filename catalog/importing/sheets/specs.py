"""Free text of a specs cell -> the spec keys it states.

Companies write `身高约180cm，体重约47kg`, `26个关节自由度`, `레벨 4 / 9인승`, or lines of
`가반하중: 10kg`. A label decides which keys a figure may be of, its unit and the product's
family which of them it is. What cannot be told is left out and said so, never guessed.
"""

import re
from dataclasses import replace
from functools import lru_cache

from .measures import Measure, read_measure
from .pieces import Piece, dimensions_in, field_of_view_in, pieces_of
from .stated import Spec
from .terms import Key, SheetTerms
from .text import compact, in_brackets, plain, without_brackets
from .vocabulary import is_placeholder
from .wording import LEADING, is_modest, is_word, modest, without_counter

LEVEL = re.compile(
    r"(?:^|[^a-z0-9])(?:l|lv\.?|level|레벨|等级|级别)?\s*([0-5])\s*(\+{0,2})(?:\s*(?:级|단계|등급))?(?![\d.])",
    re.IGNORECASE,
)
LONE_LEVEL = re.compile(
    r"^(?:sae\s*)?(?:l|lv\.?|level|레벨)\s*[0-5]\+*\s*(?:级|급)?(?:自动驾驶|자율주행)?$",
    re.IGNORECASE,
)
IP_CODE = re.compile(r"IP\s?[\dX][\dX]K?", re.IGNORECASE)
MEMORY_TYPE = re.compile(r"\b(HBM\d?[A-Z]?|L?P?DDR\d?[A-Z]?|GDDR\d?[A-Z]?)\b", re.IGNORECASE)
PRECISIONS = ("int8", "int4", "fp8", "fp16", "bf16")
PRECISION_FIRST = re.compile(rf"^\s*(?:{'|'.join(PRECISIONS)})\b[\s:：,=]*", re.IGNORECASE)
COMPUTE_KEYS = {"ai_compute", *(f"compute_{name}" for name in PRECISIONS)}
LONGEST_TEXT = 200
UNIT_TELLS = ["memory_bandwidth", "point_rate", "ai_compute", "memory_capacity"]
REST = re.compile(
    rf"{MEMORY_TYPE.pattern}|int8|int4|fp8|fp16|bf16|算力|메모리|memory", re.IGNORECASE
)


class SpecReader:
    """Reads the cells of one table."""

    def __init__(self, terms: SheetTerms):
        self.terms = terms
        # The same statement stands in many rows of a table.
        self._piece = lru_cache(maxsize=16_384)(self._read_piece)

    def read_cell(self, text: str, family: str | None) -> tuple[list[Spec], list[str]]:
        """(specs, the pieces that could not be understood) of a free-form cell."""
        specs, unread = {}, []
        last_text = None
        for piece in pieces_of(text):
            found = self._piece(piece, family)
            for spec in found:
                specs.setdefault(spec.key.key, spec)
            if found:
                last_text = found[-1].key.key if found[-1].measure is None else None
            elif last_text and not piece.label:
                specs[last_text] = _continued(specs[last_text], piece.text)
            elif re.search(r"\d", piece.text):
                unread.append(piece.text)
        return [self._settled(spec) for spec in specs.values()], unread

    def read_column(self, keys: list[str], value, unit: str, family: str | None) -> Spec | None:
        """The spec of a cell in a column of its own; `unit` is the header's."""
        text = str(value) if not isinstance(value, float) else f"{value:.10g}"
        if is_placeholder(text):
            return None
        for key in self._ordered(keys, family):
            if spec := self._valued(key, plain(text), unit):
                return self._settled(spec)
        return None

    def _settled(self, spec):
        """Words that the key has translations of are stored by their keys."""
        if spec.key.value_type != "text" or not spec.key.choices or not spec.text:
            return spec
        words = {
            compact(form): key
            for key, *names in spec.key.choices
            for word in (key, *names)
            for form in (word, without_brackets(word), *in_brackets(word))
        }
        parts = [compact(part) for part in re.split(r"[,、/·+|\s]+", spec.text) if part]
        if parts and all(part in words for part in parts):
            return replace(spec, text=", ".join(dict.fromkeys(words[part] for part in parts)))
        return spec

    def _ordered(self, keys, family):
        """A label's keys, those the family offers first."""
        offered = self.terms.offers.get(family, {})
        places = {
            key: (0, offered[key]) if key in offered else (1, at) for at, key in enumerate(keys)
        }
        return [
            self.terms.spec_keys[key]
            for key in sorted(keys, key=places.get)
            if key in self.terms.spec_keys
        ]

    def _read_piece(self, piece: Piece, family) -> list[Spec]:
        if sizes := dimensions_in(piece.text) or field_of_view_in(piece.text):
            return self._sizes(sizes)
        found = (
            self._labelled(piece, family) if piece.label else self._unlabelled(piece.text, family)
        )
        for inside in in_brackets(piece.text):
            if found and re.search(r"\d", inside):
                known = {spec.key.key for spec in found}
                more = [spec for part in pieces_of(inside) for spec in self._piece(part, family)]
                found = [*found, *(spec for spec in more if spec.key.key not in known)]
        return found

    def _sizes(self, sizes):
        return [
            Spec(self.terms.spec_keys[key], Measure(value, value))
            for key, value in sizes.items()
            if key in self.terms.spec_keys
        ]

    def _labelled(self, piece, family):
        keys = self.keys_of(piece.label, piece.text)
        for key in self._ordered(keys, family):
            # `算力：FP16 800TFLOPS`: the precision has chosen the key and is no part of the figure
            value = PRECISION_FIRST.sub("", piece.value) if key.key in COMPUTE_KEYS else piece.value
            if spec := self._valued(key, value):
                return [spec, *self._further(spec, value, family)]
        return []

    def keys_of(self, label: str, context: str = "") -> list[str]:
        """The keys a label may mean: as it is, without brackets, without words like 最大."""
        labels = self.terms.spec_labels
        bare = without_brackets(label)
        for text in (label, bare, modest(bare), *in_brackets(label)):
            if keys := labels.get(compact(text)):
                return _by_precision(keys, context or label)
        return []

    def _unlabelled(self, text, family):
        if special := self._special(text):
            return [special]
        outside = without_brackets(text)
        if found := self._label_around(outside, family):
            return found
        for label, before, after in self._labels_in(outside):
            keys = _by_precision(self.terms.spec_labels[label], text)
            for key in self._ordered(keys, family):
                if spec := self._around(key, before, after):
                    return [spec, *self._further(spec, after, family)]
        return self._by_unit(text, family)

    def _by_unit(self, text, family):
        """`1.5TB/s`, `512 TFLOPS (FP8)`, `48GB HBM3`: a unit that one key alone can have."""
        keys = self.terms.spec_keys
        for name in _by_precision(UNIT_TELLS, text):
            key = keys.get(name)
            if key is None or name not in self.terms.offers.get(family, {}):
                continue
            found = read_measure(text, key.unit)
            if not found or not found[0].has_unit:
                continue
            if is_modest(REST.sub("", without_brackets(found[1]))) and (
                spec := _spec(key, found[0])
            ):
                return [spec, *self._further(spec, text, family)]
        return []

    def _label_around(self, text, family):
        """`单臂7自由度`: a label with its number in the middle."""
        number = re.search(r"\d+(?:\.\d+)?", text)
        if not number:
            return []
        label = compact(text[: number.start()] + text[number.end() :])
        for key in self._ordered(self.terms.spec_labels.get(label, []), family):
            if key.unit in ("DoF", "count") and (spec := self._valued(key, number[0])):
                return [spec]
        return []

    def _special(self, text):
        keys = self.terms.spec_keys
        if (found := IP_CODE.fullmatch(text.strip())) and "ip_rating" in keys:
            return Spec(keys["ip_rating"], text=_ip(found[0]))
        if LONE_LEVEL.match(text.strip()) and "sae_level" in keys:
            return self._valued(keys["sae_level"], text)
        return None

    def _labels_in(self, text):
        """(label, text before, text after) of each known label in the text, the longest first."""
        letters = [(letter, at) for at, letter in enumerate(text) if compact(letter)]
        squeezed = "".join(compact(letter)[0] for letter, _ in letters)
        labels = self.terms.spec_labels
        for length in range(min(len(squeezed), 20), 0, -1):
            for start in range(len(squeezed) - length + 1):
                part = squeezed[start : start + length]
                if part not in labels:
                    continue
                first, last = letters[start][1], letters[start + length - 1][1] + 1
                if is_word(part, text[first - 1 : first], text[last : last + 1]):
                    yield part, text[:first].strip(), text[last:].strip()

    def _around(self, key, before, after):
        """The key's value behind its label or, with nothing left over, in front of it."""
        if before and not is_modest(before) and not re.search(r"\d|[一二三四五六七八九十]", before):
            return None
        if not before or is_modest(before):
            if not key.is_numeric and not re.match(r"[a-z0-9]", after, re.IGNORECASE):
                return None
            if spec := self._valued(key, LEADING.sub("", after) if key.is_numeric else after):
                return spec
        if not key.is_numeric:
            return None
        found = read_measure(modest(before), key.unit)
        if not found or not is_modest(found[1]) or not is_modest(without_counter(after)):
            return None
        return _spec(key, found[0])

    def _further(self, spec, value, family):
        """More specs in the text behind one: `身高1.32m 体重35kg`, `48GB HBM3`."""
        more = []
        if spec.key.key == "memory_capacity" and (found := MEMORY_TYPE.search(value)):
            more.append(Spec(self.terms.spec_keys["memory_type"], text=found[0].upper()))
        if spec.measure and (found := read_measure(value, spec.key.unit)):
            rest = found[1].strip(" ,;/·)")
            if re.search(r"\d", without_brackets(rest)) and len(rest) < len(value):
                parts = [part for piece in pieces_of(rest) for part in self._piece(piece, family)]
                more += [part for part in parts if part.key != spec.key]
        return more

    def _valued(self, key: Key, text: str, unit: str = "") -> Spec | None:
        if is_placeholder(text):
            return None
        if key.is_numeric:
            hourly = key.unit in ("km/h", "m/s") and re.match(r"\s*(?:时速|시속|每小时)", text)
            text = re.sub(r"^\s*(?:时速|시속|每小时)", "", text)
            default = unit or ("km/h" if hourly and not re.search(r"/|每秒", text) else "")
            if hourly:
                text = re.sub(r"(?:公里|千米|킬로미터|km|킬로)(?!\s*/)", "", text, count=1)
            found = read_measure(text, key.unit, default)
            return _spec(key, found[0]) if found else None
        if key.value_type == "choice":
            return self._choice(key, text)
        if key.key == "ip_rating" and (codes := IP_CODE.findall(text)):
            return Spec(key, text="/".join(_ip(code) for code in codes))
        text = text.strip(" :=;,")
        return Spec(key, text=text[:LONGEST_TEXT]) if text else None

    def _choice(self, key, text):
        names = {
            compact(word): choice for choice, *words in key.choices for word in (choice, *words)
        }
        if choice := names.get(compact(text)):
            return Spec(key, text=choice)
        found = LEVEL.search(plain(text)) if key.key == "sae_level" else None
        level = found and found[1] + found[2]
        return Spec(key, text=level) if level in names.values() else None


def _spec(key, measure):
    whole = measure.minimum % 1 == 0 and measure.maximum % 1 == 0
    return None if key.value_type == "integer" and not whole else Spec(key, measure)


def _ip(code):
    return code.upper().replace(" ", "")


def _continued(spec, text):
    return replace(spec, text=f"{spec.text}, {text}"[:LONGEST_TEXT])


def _by_precision(keys, context):
    """`算力 512TOPS（INT8）` is INT8 compute where the text says so."""
    if not COMPUTE_KEYS.intersection(keys):
        return keys
    found = [name for name in PRECISIONS if re.search(rf"(?<![a-z]){name}", context.casefold())]
    if len(found) != 1:
        return keys
    return [key for key in keys if key not in COMPUTE_KEYS] + [f"compute_{found[0]}"]
