"""Rows that were accepted already, to find those that come twice.

Kept in a private database on disk, as a million names would not fit the promise that
memory does not grow with the file.
"""

import json
import sqlite3

SCHEMA = """
create table names (key text primary key, row integer, en text) without rowid;
create table facts (row integer primary key, facts text);
"""
COMPARED = ("amount", "maximum", "currency", "vat", "is_on_request", "family", "period")


class SeenRows:
    """What the accepted rows so far are called and say."""

    def __init__(self):
        # An empty name is SQLite's: a temporary file, gone when it is closed.
        self.database = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self.database.executescript(
            f"pragma cache_size = -8192; pragma journal_mode = off; pragma synchronous = off; "
            f"{SCHEMA} begin;"
        )

    def close(self):
        self.database.close()

    def earlier(self, vendor: str, slug: str | None, names: dict, model: str) -> int | None:
        """The row of the same product, or None.

        The model decides where both rows give one; else any name in the same language.
        """
        en = model or names.get("en") or ""
        for key, is_model in _keys(vendor, slug, names, model):
            found = self.database.execute(
                "select row, en from names where key = ?", [key]
            ).fetchone()
            if found and (is_model or not en or not found[1] or found[1] == en):
                return found[0]
        return None

    def add(self, row: int, vendor: str, slug, names: dict, model: str, facts: dict) -> None:
        en = model or names.get("en") or ""
        self.database.executemany(
            "insert or ignore into names values (?, ?, ?)",
            [(key, row, en) for key, _ in _keys(vendor, slug, names, model)],
        )
        self.database.execute("insert into facts values (?, ?)", [row, json.dumps(facts)])

    def conflicts(self, row: int, facts: dict) -> list[str]:
        """The facts that both rows state and state differently."""
        found = self.database.execute("select facts from facts where row = ?", [row]).fetchone()
        return differences(json.loads(found[0]), json.loads(json.dumps(facts)))


def _keys(vendor, slug, names, model):
    """[(key, whether it alone decides)]"""
    keys = [(f"{vendor}|slug|{slug}", True)] if slug else []
    if model or names.get("en"):
        keys.append((f"{vendor}|en|{model or names['en']}", True))
    keys += [
        (f"{vendor}|{language}|{names[language]}", False)
        for language in ("ko", "zh")
        if names.get(language)
    ]
    return keys


def differences(first: dict, second: dict) -> list[str]:
    """Names of facts that are stated in both and do not agree; less exact is no difference."""
    found = [
        name
        for name in COMPARED
        if None not in (first.get(name), second.get(name)) and first[name] != second[name]
    ]
    for name in ("specs", "words"):
        mine, theirs = first.get(name, {}), second.get(name, {})
        found += [key for key in mine if key in theirs and mine[key] != theirs[key]]
    if not _dates_agree(first.get("release"), second.get("release")):
        found.append("release")
    marks = set(first.get("certifications", ())), set(second.get("certifications", ()))
    if all(marks) and not (marks[0] <= marks[1] or marks[1] <= marks[0]):
        found.append("certifications")
    return found


def _dates_agree(first, second):
    pairs = zip(first or (), second or (), strict=False)
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)
