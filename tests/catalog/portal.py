"""Listings in the portal as a browser works with them."""

import json

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import png


def address(name, *args):
    return reverse(f"portal_listing{name}", args=args)


def post(client, listing, data=None, *, action="save", base=None, **extra):
    """The edit form sent as a browser sends it."""
    listing.refresh_from_db()
    sent = {
        **(listing.data if data is None else data),
        "version": listing.version,
        "base": json.dumps(listing.data if base is None else base),
        "action": action,
        **extra,
    }
    return client.post(address("_edit", listing.pk), sent)


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def upload_of(name, width):
    return SimpleUploadedFile(name, png(width=width), content_type="image/png")
