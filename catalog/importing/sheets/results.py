"""What was made of one row."""

from dataclasses import dataclass, field
from decimal import Decimal

from .dates import Release
from .prices import SheetPrice
from .stated import Spec

ACCEPT, REJECT, SKIP = "accept", "reject", "skip"


@dataclass
class Result:
    """One row's judgement, and what it says if it is accepted."""

    number: int
    action: str
    reason: str = ""
    also: list = field(default_factory=list)
    fields: list = field(default_factory=list)
    duplicate_of: int | None = None
    vendor: str | None = None
    slug: str | None = None
    field_key: str | None = None
    family: str | None = None
    names: dict = field(default_factory=dict)
    model: str = ""
    texts: dict = field(default_factory=dict)
    price: SheetPrice | None = None
    release: Release | None = None
    specs: list[Spec] = field(default_factory=list)
    certifications: list = field(default_factory=list)
    facts: dict = field(default_factory=dict)
    warnings: list = field(default_factory=list)
    # {what was said of it: the column it stands in}
    cells: dict = field(default_factory=dict)

    @property
    def is_accepted(self):
        return self.action == ACCEPT

    def as_json(self, row_name: str) -> dict:
        """As `import_products --json` prints it; `row_name` is "row" or "record"."""
        record = {row_name: self.number, "action": self.action}
        if self.action == SKIP:
            return {**record, "reason": self.reason}
        if self.action == REJECT:
            return {**record, **self._refusal()}
        return {**record, **self._content()}

    def _refusal(self):
        refusal = {"reason": self.reason}
        for name in ("also", "fields", "duplicate_of", "vendor"):
            if getattr(self, name):
                refusal[name] = getattr(self, name)
        if self.cells:
            refusal["cells"] = self.cells
        return refusal

    def _content(self):
        content = {
            "slug": self.slug,
            "vendor": self.vendor,
            "field": self.field_key,
            "family": self.family,
            "name": {language: self.names.get(language) for language in ("ko", "zh", "en")},
            "tagline": {
                language: self.texts.get(f"tagline.{language}") for language in ("ko", "zh")
            },
            "price": price_json(self.price),
        }
        if self.price and self.price.is_on_request:
            content["price_status"] = "on_request"
        content["release"] = release_json(self.release)
        content["specs"] = [
            {"key": spec.key.key, "value": spec.value, "unit": spec.key.unit} for spec in self.specs
        ]
        content["certifications"] = self.certifications
        content |= {name: value for name, value in self.facts.items() if value}
        for name in ("summary", "highlights"):
            words = {language: self.texts.get(f"{name}.{language}") for language in ("ko", "zh")}
            if any(words.values()):
                content[name] = words
        content["warnings"] = self.warnings
        if self.cells:
            content["cells"] = self.cells
        return content


def price_json(price):
    if price is None or price.amount is None:
        return None
    record = {"amount": number(price.amount), "currency": price.currency, "vat": price.vat}
    if price.maximum is not None:
        record["amount_max"] = number(price.maximum)
    if price.basis or price.period:
        record["basis"] = price.period or price.basis
    if price.basis and price.period:
        record["price_basis"] = price.basis
    return record


def release_json(release):
    if release is None:
        return None
    return {
        "year": release.year,
        "month": release.month,
        "day": release.day,
        "precision": release.precision,
        "raw": release.raw,
    }


def number(value: Decimal):
    """A JSON number where that loses nothing, else the digits."""
    whole = value.to_integral_value()
    return int(value) if value == whole else float(value)
