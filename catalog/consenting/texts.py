"""The first version of each text, made by every `migrate`; later ones are written in the CMS."""

import json
from pathlib import Path

from catalog.models import ConsentText

SOURCE = Path(__file__).resolve().parent.parent / "fixtures" / "consent_texts.json"


def make_texts(**kwargs) -> None:
    """Add what is missing. Safe to run at any time: a text that is there stays as it is."""
    known = set(ConsentText.objects.values_list("purpose", "version"))
    ConsentText.objects.bulk_create(
        ConsentText(**text)
        for text in json.loads(SOURCE.read_text("utf-8"))
        if (text["purpose"], text["version"]) not in known
    )
