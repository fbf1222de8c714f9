"""Release dates as companies write them, to the precision they are known to."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from .numerals import words_to_digits
from .text import plain

FULL_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:年|년|year)?")
SHORT_YEAR = re.compile(r"(?:^|[^\d.])['’]?(\d\d)\s*(?:年|년|\.(?=\s*\d{1,2}\s*(?:\.|월|$)))")
YMD = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:[-./年년]|\s)\s*(0?[1-9]|1[0-2])(?!\d)\s*"
    r"(?:(?:[-./月월]|\s)\s*(0?[1-9]|[12]\d|3[01])(?!\d)\s*(?:日|日|号|일)?)?"
)
RUN_TOGETHER = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?$")
DAY_FIRST = re.compile(r"^(0?[1-9]|[12]\d|3[01])[./-](0?[1-9]|1[0-2])[./-]((?:19|20)\d\d)$")
MONTH_FIRST = re.compile(r"^(0?[1-9]|1[0-2])[./-]((?:19|20)\d\d)$")
SHORT = re.compile(
    r"^['’]?(\d\d)\s*[-./年년]\s*(0?[1-9]|1[0-2])(?:\s*[-./月월]\s*(0?[1-9]|[12]\d|3[01]))?\s*[.日일월月]*$"
)
MONTH_NAMES = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
NAMED_MONTH = re.compile(
    rf"\b({'|'.join(sorted(MONTH_NAMES, key=len, reverse=True))})\b\.?", re.IGNORECASE
)
HALVES = (
    (re.compile(r"상반기|上半年|前半|\bh1\b|1h\b|first half|전반기", re.IGNORECASE), 1),
    (re.compile(r"하반기|下半年|后半|\bh2\b|2h\b|second half|후반기", re.IGNORECASE), 2),
)
HALF_RUN = re.compile(r"(?:19|20)\d\d[-\s]?h([12])", re.IGNORECASE)
QUARTER = re.compile(
    r"q\s?([1-4])|([1-4])\s?q\b|([1-4])\s*(?:분기|季度)|第?([一二三四])季", re.IGNORECASE
)
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
EXCEL_DAYS = (20000, 60000)
EPOCH = datetime.date(1899, 12, 30)


@dataclass(frozen=True)
class Release:
    """A date with the parts that were given; `half` for half-years."""

    year: int
    month: int | None = None
    day: int | None = None
    half: int | None = None
    raw: str = ""
    is_rough: bool = False

    @property
    def precision(self):
        if self.half:
            return "half"
        return "day" if self.day else "month" if self.month else "year"

    @property
    def form_value(self):
        """As the listing form takes it: 2024, 2024-05, 2024-05-13 or 2024-H1."""
        if self.half:
            return f"{self.year}-H{self.half}"
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def agrees_with(self, other):
        """Whether one only says less than the other."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        return all(None in pair or pair[0] == pair[1] for pair in zip(mine, theirs, strict=True))


@lru_cache(maxsize=4096)
def read_release(value) -> Release | None:
    """The release that a cell states, or None where it states none that can be read."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return Release(value.year, value.month, value.day, raw=f"{value.isoformat()} (date cell)")
    if isinstance(value, (int, float)):
        value = f"{value:g}" if value < 3000 else str(int(value))
    raw = str(value).strip()
    found = _read_text(words_to_digits(plain(raw)))
    return found and Release(**{**found, "raw": raw})


def _read_text(text):
    for reader in (_run_together, _whole, _parts, _named, _years):
        found = reader(text)
        if found and _is_day(found):
            return found
    return None


def _run_together(text):
    if found := RUN_TOGETHER.match(text):
        return _date(*found.groups())
    if re.fullmatch(r"\d{5}", text) and EXCEL_DAYS[0] < int(text) < EXCEL_DAYS[1]:
        day = EPOCH + datetime.timedelta(days=int(text))
        return _date(day.year, day.month, day.day)
    return None


def _whole(text):
    if found := DAY_FIRST.match(text):
        return _date(found[3], found[2], found[1])
    if found := MONTH_FIRST.match(text):
        return _date(found[2], found[1])
    if found := SHORT.match(text):
        return _date(2000 + int(found[1]), found[2], found[3])
    return None


def _parts(text):
    if _half(text) or _quarter(text):
        return None
    found = YMD.search(text)
    return _date(*found.groups()) if found else None


def _named(text):
    month = NAMED_MONTH.search(text)
    year = FULL_YEAR.search(text)
    if not month or not year:
        return None
    rest = text.replace(year[1], " ").replace(month[0], " ")
    day = re.search(r"(?<!\d)(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)", rest)
    return _date(year[1], MONTH_NAMES[month[1].casefold()], day and day[1])


def _years(text):
    """A year, perhaps with its half or quarter."""
    found = FULL_YEAR.search(text)
    short = None if found else SHORT_YEAR.search(text)
    if not found and not short:
        return None
    year = int(found[1]) if found else 2000 + int(short[1])
    half, quarter = _half(text), _quarter(text)
    if half or quarter:
        return {"year": year, "half": half or (quarter + 1) // 2, "is_rough": not half}
    rough = re.search(r"초|말|중순|年初|年底|年末|年中|early|late|mid", text)
    return {"year": year, "is_rough": bool(rough)}


def _half(text):
    if found := HALF_RUN.search(text):
        return int(found[1])
    return next((half for pattern, half in HALVES if pattern.search(text)), None)


def _quarter(text):
    found = QUARTER.search(text)
    if not found:
        return None
    digit = next(filter(None, found.groups()))
    return QUARTERS.get(digit) or int(digit)


def _date(year, month=None, day=None):
    return {
        "year": int(year),
        "month": int(month) if month else None,
        "day": int(day) if day else None,
    }


def _is_day(found):
    try:
        datetime.date(found["year"], found.get("month") or 1, found.get("day") or 1)
    except ValueError:
        return False
    return 1900 <= found["year"] <= 2100
