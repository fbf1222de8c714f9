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


def catalogue(language):
    return polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES" / "django.po"))


def key(entry):
    return (entry.msgctxt, entry.msgid)


def translations(entry):
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_nothing_is_missing_fuzzy_or_obsolete(language):
    words = catalogue(language)
    assert not words.metadata_is_fuzzy
    assert [entry.msgid for entry in words.untranslated_entries()] == []
    assert [entry.msgid for entry in words.fuzzy_entries()] == []
    assert [entry.msgid for entry in words.obsolete_entries()] == []


@each_language
def test_catalogue_holds_every_word_of_the_sources(language):
    known = {key(entry) for entry in catalogue(language)}
    missing = [f"{at}: {word}" for word, at in words_of_sources().items() if word not in known]
    assert missing == [], "make messages gathers them"


@each_language
def test_catalogue_holds_no_word_that_is_gone(language):
    said = words_of_sources()
    assert [key(entry) for entry in catalogue(language) if key(entry) not in said] == []


@each_language
def test_places_for_values_and_tags_are_kept(language):
    differing = [
        (entry.msgid, translation)
        for entry in catalogue(language)
        for translation in translations(entry)
        if Counter(FIXED.findall(translation))
        not in (Counter(FIXED.findall(entry.msgid)), Counter(FIXED.findall(entry.msgid_plural)))
    ]
    assert differing == []


@pytest.mark.parametrize(("language", "other"), [("ko", "zh_Hans"), ("zh_Hans", "ko")])
def test_no_language_borrows_the_others_script(language, other):
    """Each language is named in its own script, so that its readers find it; nothing else is."""
    borrowed = [
        (entry.msgid, translation)
        for entry in catalogue(language)
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
