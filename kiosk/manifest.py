"""The format of what a screen shows: one manifest, and one content file that it names.

Screens may run an older release than the server, so this format changes only by
addition: a field is never renamed, dropped or given another meaning under the same
`SCHEMA_VERSION`, and a reader passes over fields it does not know. A field that equals
its default is left out of the JSON.

Words travel resolved: for each language the server has already chosen what to show, so
no screen repeats the fallback rule. A plain string is in that language; `Text` is a
string that is not, and says which language it is in.
"""

import hashlib
import json
from dataclasses import MISSING, dataclass, field, fields
from functools import cache

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Text:
    """Words in another language than their surroundings, or standing in for missing ones."""

    text: str
    lang: str
    is_fallback: bool = False


# The keys are the languages' codes: {"ko": "로봇", "zh-hans": "机器人"}.
Words = dict[str, str | Text]


@dataclass(frozen=True)
class Language:
    code: str
    html_lang: str
    own_name: str


@dataclass(frozen=True)
class Panel:
    """The physical screen, from which the client derives every size in millimetres."""

    diagonal_inches: float
    orientation: str
    width_px: int
    height_px: int
    lower_edge_mm: int


@dataclass(frozen=True)
class Screen:
    slug: str
    title: str
    idle_seconds: int
    panel: Panel


@dataclass(frozen=True)
class Field:
    name: Words


@dataclass(frozen=True)
class Family:
    field: str
    name: Words


@dataclass(frozen=True)
class Term:
    """A word of the taxonomy: an availability state, a spec key, a certification mark."""

    name: Words


@dataclass(frozen=True)
class Vendor:
    name: Words
    country: str
    city: Words | None = None
    founded: str = ""
    summary: Words | None = None


@dataclass(frozen=True)
class Hall:
    name: Words
    floor: int | None = None


@dataclass(frozen=True)
class PictureFile:
    url: str
    width: int
    height: int
    media_type: str
    size_bytes: int


@dataclass(frozen=True)
class Picture:
    """One picture in every size and format there is, smallest first; focus as shares of it."""

    files: tuple[PictureFile, ...]
    alt: Words
    focus_x: float
    focus_y: float
    is_illustration: bool = False


@dataclass(frozen=True)
class Figure:
    """A headline number and its unit apart, for setting the number large."""

    digits: str
    unit: str = ""


@dataclass(frozen=True)
class Spec:
    key: str
    value: Words
    figure: dict[str, Figure] | None = None
    is_headline: bool = False


@dataclass(frozen=True)
class Price:
    amount: str
    basis: str = ""
    period: str = ""
    tax: str = ""
    as_of: str = ""


@dataclass(frozen=True)
class Place:
    hall: str
    stand: str
    zone: str = ""
    map_x: float | None = None
    map_y: float | None = None


@dataclass(frozen=True)
class Certificate:
    mark: str
    number: str = ""
    expires: dict[str, str] | None = None


@dataclass(frozen=True)
class Product:
    """One product. `field`, `family`, `vendor` and the like are keys into the content."""

    slug: str
    field: str
    family: str
    vendor: str
    country: str
    title: Words
    page_url: dict[str, str]
    qr_url: dict[str, str]
    tagline: Words | None = None
    summary: Words | None = None
    note: Words | None = None
    highlights: tuple[Words, ...] = ()
    specs: tuple[Spec, ...] = ()
    price: dict[str, Price] | None = None
    availability: str = ""
    released: dict[str, str] | None = None
    places: tuple[Place, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    pictures: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Content:
    """Everything the screen shows, in both languages; products in the order of lists."""

    screen: Screen
    languages: tuple[Language, ...]
    ui: dict[str, dict[str, str]]
    fields: dict[str, Field]
    families: dict[str, Family]
    products: tuple[Product, ...]
    vendors: dict[str, Vendor] = field(default_factory=dict)
    availability: dict[str, Term] = field(default_factory=dict)
    spec_keys: dict[str, Term] = field(default_factory=dict)
    marks: dict[str, Term] = field(default_factory=dict)
    halls: dict[str, Hall] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    featured: tuple[str, ...] = ()
    attract: tuple[str, ...] = ()
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True)
class File:
    url: str
    sha256: str
    size_bytes: int
    media_type: str
    role: str


@dataclass(frozen=True)
class Manifest:
    """What one bundle holds. Kiosks may run an older release than the server, so this
    format changes only by addition.

    `version` changes when, and only when, what the screen shows has changed. `files`
    holds one file with the role `content`; a reader passes over roles it does not know.
    `withdrawals` are product slugs to drop before anything else is fetched.
    """

    version: str
    built_at: str
    timezone: str
    screen: str
    files: tuple[File, ...]
    withdrawals: tuple[str, ...] = ()
    schema_version: int = SCHEMA_VERSION

    @property
    def content(self) -> File:
        return next(file for file in self.files if file.role == "content")


def to_json(record: Content | Manifest) -> bytes:
    """The record as it travels: UTF-8, compact, and the same bytes for the same facts."""
    return json.dumps(record, default=_plain, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


ALWAYS_WRITTEN = {"schema_version", "withdrawals"}


def _plain(record):
    defaults = _defaults(type(record))
    return {
        name: value
        for name, value in vars(record).items()
        if name in ALWAYS_WRITTEN or name not in defaults or value != defaults[name]
    }


@cache
def _defaults(kind):
    """{field name: default} of the fields that have one."""
    return {
        item.name: {} if item.default is MISSING else item.default
        for item in fields(kind)
        if item.default is not MISSING or item.default_factory is not MISSING
    }
