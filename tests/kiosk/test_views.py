"""Which screens open for whom, and what a screen is answered."""

import gzip
import json

import pytest
from django.core.management import call_command

from kiosk.manifest import fingerprint
from kiosk.models import Kiosk
from tests.factories import make_product, make_user

ADDRESSES = ["/kiosk/demo/", "/kiosk/demo/manifest.json"]


@pytest.mark.parametrize("address", [*ADDRESSES, "/kiosk/"])
def test_open_screen_answers_and_stays_out_of_search_engines(address, client, kiosk):
    response = client.get(address)
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("address", ADDRESSES)
def test_closed_screen_is_not_found(address, client, kiosk, settings):
    settings.KIOSK_OPEN_SCREENS = []
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_staff_see_a_closed_screen(address, client, kiosk, settings):
    settings.KIOSK_OPEN_SCREENS = []
    client.force_login(make_user(is_staff=True))
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_others_who_sign_in_do_not(address, client, kiosk, settings):
    settings.KIOSK_OPEN_SCREENS = []
    client.force_login(make_user())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_inactive_screen_is_not_found(address, client, kiosk):
    Kiosk.objects.update(is_active=False)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("slug", ["nowhere", "DEMO", "a" * 300])
def test_unknown_screen_is_not_found(slug, client, kiosk):
    assert client.get(f"/kiosk/{slug}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_screen_is_only_read(method, client, kiosk):
    assert getattr(client, method)("/kiosk/demo/").status_code == 405


@pytest.mark.parametrize(
    ("asked", "lang", "code"),
    [
        ("", "ko", "ko"),
        ("?lang=ko", "ko", "ko"),
        ("?lang=zh-hans", "zh-Hans", "zh-hans"),
        ("?lang=zh", "ko", "ko"),
        ("?lang=", "ko", "ko"),
        ("?lang=%00", "ko", "ko"),
        ("?lang=%ff", "ko", "ko"),
        ("?lang=" + "x" * 10_000, "ko", "ko"),
    ],
)
def test_screen_starts_in_the_language_asked_for(asked, lang, code, client, kiosk):
    response = client.get(f"/kiosk/demo/{asked}")
    assert response.status_code == 200
    assert f'<html lang="{lang}">' in response.text
    assert f'data-start-language="{code}"' in response.text
    assert response["Content-Language"] == lang


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("", 90),
        ("?idle=5", 5),
        ("?idle=3600", 3600),
        ("?idle=0", 90),
        ("?idle=-5", 90),
        ("?idle=5.5", 90),
        ("?idle=soon", 90),
        ("?idle=٣", 90),
        ("?idle=99999999999999999999", 90),
        ("?idle=%00", 90),
    ],
)
def test_idle_time_can_be_tried_out(asked, seconds, client, kiosk):
    response = client.get(f"/kiosk/demo/{asked}")
    assert response.status_code == 200
    assert f'data-idle-seconds="{seconds}"' in response.text


def test_idle_time_of_a_closed_screen_is_its_own(client, kiosk, settings):
    settings.KIOSK_OPEN_SCREENS = []
    client.force_login(make_user(is_staff=True))
    assert 'data-idle-seconds="90"' in client.get("/kiosk/demo/?idle=5").text


def test_manifest_names_content_that_matches_its_hash(client, kiosk, product_index):
    make_product(product_index)
    manifest = client.get("/kiosk/demo/manifest.json").json()
    (file,) = manifest["files"]
    response = client.get(file["url"])
    assert fingerprint(response.content) == file["sha256"]
    assert len(response.content) == file["size_bytes"]
    assert manifest["version"] == file["sha256"][:16]
    assert manifest["schema_version"] == 1
    assert manifest["screen"] == "demo"
    assert manifest["timezone"] == "Asia/Seoul"


def test_manifest_is_always_asked_for_and_content_kept_for_ever(client, kiosk, product_index):
    manifest = client.get("/kiosk/demo/manifest.json")
    content = client.get(manifest.json()["files"][0]["url"])
    assert manifest["Cache-Control"] == "no-cache"
    assert "immutable" in content["Cache-Control"]


def test_content_travels_compressed_where_it_may(client, kiosk, product_index):
    make_product(product_index)
    url = client.get("/kiosk/demo/manifest.json").json()["files"][0]["url"]
    plain = client.get(url)
    packed = client.get(url, headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2
    assert "Accept-Encoding" in packed["Vary"]


def test_content_of_the_version_before_is_still_there_after_an_edit(client, kiosk, product_index):
    page = make_product(product_index)
    url = client.get("/kiosk/demo/manifest.json").json()["files"][0]["url"]
    client.get(url)
    page.title_ko = "새 이름"
    page.save()
    assert client.get("/kiosk/demo/manifest.json").json()["files"][0]["url"] != url
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("version", ["0" * 16, "x", "0" * 200])
def test_content_of_a_version_that_never_was_is_not_found(version, client, kiosk, product_index):
    assert client.get(f"/kiosk/demo/content.{version}.json").status_code == 404


def test_content_of_a_closed_screen_is_not_found(client, kiosk, product_index, settings):
    url = client.get("/kiosk/demo/manifest.json").json()["files"][0]["url"]
    settings.KIOSK_OPEN_SCREENS = []
    assert client.get(url).status_code == 404


def test_screen_without_products_still_loads(client, kiosk, product_index, shown):
    assert shown()["products"] == []
    assert client.get("/kiosk/demo/").status_code == 200


def test_pairing_page_names_the_screens_that_open(client, kiosk, settings):
    assert "/kiosk/demo/?lang=zh-hans" in client.get("/kiosk/").text
    settings.KIOSK_OPEN_SCREENS = []
    assert "/kiosk/demo/" not in client.get("/kiosk/").text


@pytest.mark.parametrize("address", ["/kiosk/", "/kiosk/demo/"])
def test_pages_obey_the_strict_policy(address, client, kiosk):
    response = client.get(address)
    assert "unsafe" not in response["Content-Security-Policy"]
    for refused in ("<style", " style=", " onclick=", "javascript:"):
        assert refused not in response.text
    assert not response.cookies


def test_seeding_makes_the_demo_screen_once(db, capsys):
    call_command("seed_kiosks")
    call_command("seed_kiosks")
    assert [kiosk.slug for kiosk in Kiosk.objects.all()] == ["demo"]
    assert capsys.readouterr().out.split("\n")[:2] == [
        "kiosk demo: added",
        "kiosk demo: there already",
    ]


def test_seeding_keeps_what_editors_changed(kiosk):
    Kiosk.objects.update(title="로비", idle_seconds=45)
    call_command("seed_kiosks", stdout=None)
    kiosk.refresh_from_db()
    assert (kiosk.title, kiosk.idle_seconds) == ("로비", 45)


def test_content_is_plain_json(client, kiosk, product_index):
    make_product(product_index, title_ko="</script><b>굵게</b>")
    url = client.get("/kiosk/demo/manifest.json").json()["files"][0]["url"]
    response = client.get(url)
    assert response["Content-Type"] == "application/json"
    assert json.loads(response.text)["products"][0]["title"]["ko"] == "</script><b>굵게</b>"
