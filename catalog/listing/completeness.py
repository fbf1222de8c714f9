"""How much of a listing is there, and what is still missing."""

from dataclasses import dataclass, field

from catalog.models import UploadedFile

from .labels import LABELS, UPLOAD_LABELS

WORDS = ("title", "tagline", "summary", "highlights")
FACTS = ("family", "origin_country", "availability")
VALUE_PARTS = ("minimum", "maximum", "choice", "flag", "text")


@dataclass(frozen=True)
class Completeness:
    """A percentage, and (field name, label) of everything that is asked for and not there."""

    percent: int
    missing: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_complete(self):
        return not self.missing


def measure(data, uploads, family) -> Completeness:
    """Hold a listing's data and files against what its family asks for, in both languages."""
    asked = [*_words(data), *_facts(data), *_price(data), *_specs(data, family), *_files(uploads)]
    missing = [(name, str(label)) for name, label, is_there in asked if not is_there]
    return Completeness(percent=100 * (len(asked) - len(missing)) // len(asked), missing=missing)


def _is_there(data, name):
    value = data.get(name)
    return bool(value.strip() if isinstance(value, str) else value)


def _words(data):
    names = [f"{name}_{suffix}" for name in WORDS for suffix in ("ko", "zh")]
    return [(name, LABELS[name], _is_there(data, name)) for name in names]


def _facts(data):
    return [(name, LABELS[name], _is_there(data, name)) for name in FACTS]


def _price(data):
    """An amount with its currency, or the word that it is on request."""
    if data.get("price_kind") == "on_request":
        return [("price_kind", LABELS["price_kind"], True)]
    if not _is_there(data, "price_kind") and not _is_there(data, "price_minimum"):
        return [("price_kind", LABELS["price_kind"], False)]
    names = ("price_minimum", "price_currency")
    return [(name, LABELS[name], _is_there(data, name)) for name in names]


def _specs(data, family):
    if family is None:
        return []
    required = family.family_specs.filter(is_required=True).select_related("spec_key")
    return [_spec(data, offer.spec_key) for offer in required]


def _spec(data, key):
    names = [f"spec-{key.key}-{part}" for part in VALUE_PARTS]
    first = {"choice": "choice", "boolean": "flag", "text": "text"}.get(key.value_type, "minimum")
    return (
        f"spec-{key.key}-{first}",
        key.name.text,
        any(_is_there(data, name) for name in names),
    )


def _files(uploads):
    """A picture, and for each picture what it shows, in both languages."""
    pictures = [upload for upload in uploads if upload.kind == UploadedFile.Kind.PICTURE]
    asked = [("pictures", LABELS["pictures"], bool(pictures))]
    for upload in pictures:
        for name in ("alt_ko", "alt_zh"):
            label = f"{upload.original_name}: {UPLOAD_LABELS[name]}"
            asked.append((f"upload-{upload.pk}-{name}", label, bool(getattr(upload, name))))
    return asked
