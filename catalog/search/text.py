"""Words as search compares them: one form for full and half width, case and spacing.

NFKC per character, but never for compatibility jamo: it would turn ㅇㄴ into conjoining
jamo that no name contains.
"""

import re
import unicodedata

LONGEST_QUERY = 64
MOST_WORDS = 8
COMPATIBILITY_JAMO = re.compile(r"[\u3131-\u318e]")
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


def normalize(text):
    """Lower case, composed, half width, single spaces."""
    text = unicodedata.normalize("NFC", UNSEEN.sub(" ", text))
    plain = "".join(
        part if COMPATIBILITY_JAMO.match(part) else unicodedata.normalize("NFKC", part)
        for part in text
    )
    return " ".join(plain.casefold().split())


def squeeze(text):
    """`normalize` without spaces and hyphens, so that "RB Y1" and "RB-Y1" are one."""
    return re.sub(r"[\s\-_·.]+", "", normalize(text))


def query_words(query):
    """The words of a visitor's query, capped in length and number."""
    return [
        squeeze(word)
        for word in normalize(query)[:LONGEST_QUERY].split()[:MOST_WORDS]
        if squeeze(word)
    ]
