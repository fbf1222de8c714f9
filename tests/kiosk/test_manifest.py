"""The format: stable bytes, defaults left out, free of the framework."""

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from kiosk.manifest import (
    File,
    Manifest,
    Picture,
    Place,
    Price,
    Text,
    fingerprint,
    to_json,
)


def a_manifest(**facts):
    content = File("/kiosk/demo/content.1.json", "ab" * 32, 12, "application/json", "content")
    defaults = {
        "version": "1",
        "built_at": "2026-11-22T10:00:00+09:00",
        "timezone": "Asia/Seoul",
        "screen": "demo",
        "files": (content,),
    }
    return Manifest(**{**defaults, **facts})


def test_manifest_travels_with_every_promised_field():
    assert json.loads(to_json(a_manifest())) == {
        "schema_version": 1,
        "version": "1",
        "built_at": "2026-11-22T10:00:00+09:00",
        "timezone": "Asia/Seoul",
        "screen": "demo",
        "files": [
            {
                "url": "/kiosk/demo/content.1.json",
                "sha256": "ab" * 32,
                "size_bytes": 12,
                "media_type": "application/json",
                "role": "content",
            }
        ],
        "withdrawals": [],
    }


def test_content_file_is_found_among_others():
    other = File("/media/images/a.webp", "cd" * 32, 9, "image/webp", "picture")
    manifest = a_manifest(files=(other, *a_manifest().files))
    assert manifest.content.role == "content"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Text("Unitree", "en"), {"text": "Unitree", "lang": "en"}),
        (
            Text("유니트리", "ko", is_fallback=True),
            {"text": "유니트리", "lang": "ko", "is_fallback": True},
        ),
        (Price("₩99,000"), {"amount": "₩99,000"}),
        (Place("hall", "A-01", map_x=0.0), {"hall": "hall", "stand": "A-01", "map_x": 0.0}),
        (
            Picture((), {"ko": "그림"}, 0.5, 0.5),
            {"files": [], "alt": {"ko": "그림"}, "focus_x": 0.5, "focus_y": 0.5},
        ),
    ],
)
def test_fields_that_equal_their_default_are_left_out(record, expected):
    assert json.loads(to_json(record)) == expected


def test_records_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        a_manifest().version = "2"


def test_words_travel_as_utf_8():
    assert "로봇".encode() in to_json(Text("로봇", "ko"))


def test_fingerprint_is_sha_256():
    assert fingerprint(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_format_needs_no_framework():
    """A reader of the format, on a device or in a tool, does not install Django."""
    program = "import sys, kiosk.manifest; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
