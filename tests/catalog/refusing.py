"""That something is refused: by the database, and by a form in words for a person."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction


def refused_by_database(write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def refused_by_form(record):
    refused_in_words(record.full_clean)


def refused_in_words(check):
    with pytest.raises(ValidationError) as refusal:
        check()
    messages = [str(message) for message in refusal.value.messages]
    assert all(messages)
    # a name of the database is no message to a person
    assert not any("_" in message or "Constraint" in message for message in messages)
