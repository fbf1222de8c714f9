import json

import pytest

from kiosk.content import build_content
from kiosk.manifest import to_json
from kiosk.models import Kiosk


@pytest.fixture
def kiosk(db):
    return Kiosk.objects.create(slug="demo", title="Demo")


@pytest.fixture
def content(kiosk):
    """`content()` -> what the screen shows now, as it travels."""
    return lambda: json.loads(to_json(build_content(kiosk)))


@pytest.fixture
def shown(client, kiosk):
    """`shown()` -> the content that a screen loads now, by way of the manifest."""

    def load():
        manifest = client.get("/kiosk/demo/manifest.json").json()
        return client.get(manifest["files"][0]["url"]).json()

    return load
