"""Which consents are asked for, how they are asked, and keeping the answers.

Every purpose is asked apart, in a box that nobody has ticked. The name of a box carries
the version of its text (`consent-terms-1`): where the text was renewed between showing
and sending the form, the box is asked again with the new text, so an answer never counts
for words that were not on the screen.
"""

from .answers import Purposes, current_texts, given, record, withdraw
from .boxes import ConsentBox, agreed_texts, consent_fields
from .texts import make_texts

__all__ = [
    "ConsentBox",
    "Purposes",
    "agreed_texts",
    "consent_fields",
    "current_texts",
    "given",
    "make_texts",
    "record",
    "withdraw",
]
