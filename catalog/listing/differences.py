"""Two versions of a listing's data held against each other, in the reader's words."""

from dataclasses import dataclass

from center_site.languages import LANGUAGES

from .fields import TermField
from .labels import field_labels


@dataclass(frozen=True)
class Difference:
    """One field that differs: what it is called, how each version has it, the raw values."""

    name: str
    label: str
    before: str
    after: str
    lang: str = ""


@dataclass(frozen=True)
class Choice:
    """A field that two windows have differently; `is_mine` is what to take if in doubt."""

    difference: Difference
    is_mine: bool


def differences(form, before, after):
    """What `after` has otherwise than `before`, in the form's order."""
    order = {name: place for place, name in enumerate(form.known_names())}
    names = {name for name in (*before, *after) if _plain(before, name) != _plain(after, name)}
    names = sorted(names, key=lambda name: (order.get(name, len(order)), name))
    labels = field_labels(names)
    return [
        Difference(
            name=name,
            label=labels[name],
            before=shown(form, name, before.get(name)),
            after=shown(form, name, after.get(name)),
            lang=_lang_of(name),
        )
        for name in names
    ]


def choices(form, *, mine, theirs, base):
    """What to decide where two windows differ. A side that changed a field has the say on it;
    where both did, it is the one in front of the person."""
    return [
        Choice(found, is_mine=_plain(mine, found.name) != _plain(base, found.name))
        for found in differences(form, theirs, mine)
    ]


def _plain(data, name):
    value = data.get(name) or ""
    return value.strip() if isinstance(value, str) else sorted(value)


def shown(form, name, value):
    """A value as its reader knows it: the name of a choice, not its key."""
    if not value:
        return ""
    names = _choice_names(_field_of(form, name))
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(names.get(part, part)) for part in values)


def _field_of(form, name):
    if name in form.fields:
        return form.fields[name]
    stem, _dash, part = name.rpartition("-")
    for row in (*form.spec_rows.values(), *form.certificates):
        if row.prefix == stem:
            return row.fields.get(part)
    if part == "mark":
        return TermField(form.terms.marks)
    return None


def _choice_names(field):
    names = {}
    for key, label in getattr(field, "choices", ()):
        names |= dict(label) if isinstance(label, (list, tuple)) else {key: label}
    return names


def _lang_of(name):
    return next(
        (language.html_lang for language in LANGUAGES if name.endswith(f"_{language.suffix}")), ""
    )
