"""Both catalogues are complete, and say what the original says."""

import re
from collections import Counter

import polib
import pytest

from tests.words import ROOT, words_of_sources

LANGUAGES = ("ko", "zh_Hans")
SCRIPTS = {"ko": re.compile(r"[\uac00-\ud7a3]"), "zh_Hans": re.compile(r"[\u4e00-\u9fff]")}
# What a translation must keep as it is: places for values, and tags.
FIXED = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}|</?[a-z][^>]*>")


CATALOGUES = sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))


def language_of(path):
    return path.parts[-3]


def key(entry):
    return (entry.msgctxt, entry.msgid)


def translations(entry):
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


each_catalogue = pytest.mark.parametrize(
    "path", CATALOGUES, ids=lambda path: f"{language_of(path)}-{path.stem}"
)


def test_both_languages_have_the_same_catalogues():
    domains = {language: set() for language in LANGUAGES}
    for path in CATALOGUES:
        domains[language_of(path)].add(path.stem)
    assert domains == {"ko": {"django", "djangojs"}, "zh_Hans": {"django", "djangojs"}}


@each_catalogue
def test_nothing_is_missing_fuzzy_or_obsolete(path):
    words = polib.pofile(path)
    assert [entry.msgid for entry in words.untranslated_entries()] == []
    assert [entry.msgid for entry in words.fuzzy_entries()] == []
    assert [entry.msgid for entry in words.obsolete_entries()] == []


@each_catalogue
def test_catalogue_holds_every_word_of_the_sources(path):
    known = {key(entry) for entry in polib.pofile(path)}
    missing = [
        f"{at}: {word}" for word, at in words_of_sources(path.stem).items() if word not in known
    ]
    assert missing == [], "make messages gathers them"


@each_catalogue
def test_catalogue_holds_no_word_that_is_gone(path):
    said = words_of_sources(path.stem)
    assert [key(entry) for entry in polib.pofile(path) if key(entry) not in said] == []


@each_catalogue
def test_places_for_values_and_tags_are_kept(path):
    differing = [
        (entry.msgid, translation)
        for entry in polib.pofile(path)
        for translation in translations(entry)
        if Counter(FIXED.findall(translation))
        not in (Counter(FIXED.findall(entry.msgid)), Counter(FIXED.findall(entry.msgid_plural)))
    ]
    assert differing == []


@each_catalogue
def test_no_language_borrows_the_others_script(path):
    other = next(language for language in LANGUAGES if language != language_of(path))
    borrowed = [
        (entry.msgid, translation)
        for entry in polib.pofile(path)
        for translation in translations(entry)
        if SCRIPTS[other].search(translation)
    ]
    assert borrowed == []


def test_words_are_found_where_gettext_would_find_them(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.words.ROOT", tmp_path)
    monkeypatch.setattr("tests.words.APPS", ("app",))
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "views.py").write_text(
        'label = _("One")\nname = pgettext_lazy("noun", "Order")\nother("Two")\n'
    )
    (tmp_path / "app" / "page.html").write_text(
        '{% load i18n %}\n<p title="{% trans "Three" %}">\n'
        "    {% blocktrans with n=total %}{{ n }} of <b>many</b>, it's{% endblocktrans %}\n"
        '  {% trans "May" context "month" as m %}{{ x|default:_("Four") }}</p>\n'
    )
    assert words_of_sources() == {
        (None, "One"): "app/views.py:1",
        ("noun", "Order"): "app/views.py:2",
        (None, "Three"): "app/page.html:2",
        (None, "%(n)s of <b>many</b>, it's"): "app/page.html:3",
        ("month", "May"): "app/page.html:4",
        (None, "Four"): "app/page.html:4",
    }
