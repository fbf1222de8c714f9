"""The list of the sign-in library's words that we translate ourselves names real ones."""

from pathlib import Path

import allauth
import polib

from tests.words import ROOT, words_of

SOURCE = ROOT / "catalog/portal/account/library_words.py"


def test_every_listed_word_is_one_of_the_librarys():
    catalogue = Path(allauth.__file__).parent / "locale/ko/LC_MESSAGES/django.po"
    known = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(catalogue))}
    listed = {word for word, _line in words_of(SOURCE)}
    assert len(listed) > 80
    assert listed - known == set()
