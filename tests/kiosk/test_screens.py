"""The record of a screen, and its place in the CMS."""

import pytest
from django.db import IntegrityError, transaction

from kiosk.models import Kiosk
from tests.factories import make_user


@pytest.mark.parametrize(
    ("orientation", "size"), [("portrait", (1080, 1920)), ("landscape", (1920, 1080))]
)
def test_panel_size_follows_how_it_hangs(orientation, size):
    assert Kiosk(panel_orientation=orientation).panel_size == size


@pytest.mark.parametrize(
    "fields",
    [
        {"slug": "demo"},
        {"slug": "b", "idle_seconds": 5},
        {"slug": "b", "panel_long_px": 1000, "panel_short_px": 2000},
        {"slug": "b", "panel_diagonal_inches": 0},
    ],
)
def test_impossible_screens_are_refused(fields, kiosk):
    with pytest.raises(IntegrityError), transaction.atomic():
        Kiosk.objects.create(title="x", **fields)
    assert Kiosk.objects.count() == 1


@pytest.fixture
def editor_client(db, client):
    client.force_login(make_user(is_superuser=True, is_staff=True))
    return client


def test_cms_lists_screens_with_a_way_to_open_them(editor_client, kiosk):
    page = editor_client.get("/cms/snippets/kiosk/kiosk/")
    assert page.status_code == 200
    assert "Demo" in page.text
    assert 'href="/kiosk/demo/"' in page.text


def test_cms_saves_a_screen(editor_client, kiosk):
    form = {
        "title": "Lobby",
        "slug": "lobby",
        "is_active": "on",
        "idle_seconds": "60",
        "panel_diagonal_inches": "55",
        "panel_orientation": "landscape",
        "panel_long_px": "3840",
        "panel_short_px": "2160",
        "panel_lower_edge_mm": "800",
    }
    response = editor_client.post("/cms/snippets/kiosk/kiosk/add/", form)
    assert response.status_code == 302
    saved = Kiosk.objects.get(slug="lobby")
    assert saved.panel_size == (3840, 2160)


def test_cms_refuses_a_panel_with_its_sides_mixed_up(editor_client, kiosk):
    form = {
        "title": "Lobby",
        "slug": "lobby",
        "idle_seconds": "60",
        "panel_diagonal_inches": "55",
        "panel_orientation": "portrait",
        "panel_long_px": "1080",
        "panel_short_px": "1920",
        "panel_lower_edge_mm": "800",
    }
    assert editor_client.post("/cms/snippets/kiosk/kiosk/add/", form).status_code == 200
    assert not Kiosk.objects.filter(slug="lobby").exists()
