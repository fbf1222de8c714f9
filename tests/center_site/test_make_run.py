"""`make run` as its first user meets it: the whole way once, then its parts."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from wagtail.models import Page

from center_site.management.commands import prepare_center
from center_site.models import HomePage
from center_site.setup.environment import CENTER

ROOT = settings.BASE_DIR


@pytest.fixture
def new_place(tmp_path):
    """Variables that name a database, pictures and a port that nobody has used."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    inherited = ("PATH", "HOME", "PIP_CERT", "SSL_CERT_FILE")
    return {
        **{name: os.environ[name] for name in inherited if name in os.environ},
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{tmp_path}/center.sqlite3",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }


def make_run(variables):
    return subprocess.Popen(
        [sys.executable, "-m", "center_site.setup.serve"],
        cwd=ROOT,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def greeting(server):
    """What it prints until it says how to close it."""
    printed = ""
    for line in server.stdout:
        printed += line
        if "Ctrl-C" in line:
            return printed
    pytest.fail(f"it ended with {server.wait()}:\n{printed}")


def close(server, number=signal.SIGINT):
    """Returns the exit code and the last words."""
    server.send_signal(number)
    words = server.communicate(timeout=30)[0]
    return server.returncode, words.strip()


def status(variables, path):
    return urllib.request.urlopen(f"http://localhost:{variables['PORT']}{path}").status


@pytest.mark.slow
@pytest.mark.skipif("postgres" in os.environ.get("DATABASE_URL", ""), reason="it makes its own")
@pytest.mark.skipif(sys.prefix != str(CENTER.folder), reason="make run has its own environment")
def test_make_run_opens_the_centre_and_a_second_run_keeps_it(new_place):
    first = make_run(new_place)
    printed = greeting(first)
    password = re.search(r"admin, password (\S{12,})  \(shown this once", printed)[1]
    assert "products: 67 added" in printed
    for path in ("/ko/", "/zh-hans/", "/kiosk/demo/", "/cms/"):
        assert f"http://localhost:{new_place['PORT']}{path}\n" in printed
        assert status(new_place, path) == 200
    taken = subprocess.run(
        first.args, cwd=ROOT, env=new_place, capture_output=True, text=True, check=False
    )
    assert (taken.returncode, taken.stdout) == (1, "")
    assert re.fullmatch(r"Not ready: port \d+ is taken.*PORT=\d+ make run\n", taken.stderr)
    assert close(first) == (0, "Closed.")

    started = time.monotonic()
    second = make_run(new_place)
    printed = greeting(second)
    assert time.monotonic() - started < 60
    assert "loading the catalogue" not in printed
    assert password not in printed
    assert "with the password of the first run" in printed
    assert status(new_place, "/ko/products/") == 200
    assert close(second, signal.SIGTERM) == (0, "Closed.")


def test_database_that_cannot_be_reached_is_told_in_one_line(new_place):
    port = new_place["PORT"]
    new_place["DATABASE_URL"] = f"postgres://center@127.0.0.1:{port}/center"
    outcome = subprocess.run(
        [sys.executable, ROOT / "manage.py", "prepare_center"],
        env=new_place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 1
    assert re.fullmatch(
        r"CommandError: the database cannot be reached: .*refused.*\n", outcome.stderr
    )


def test_interrupted_load_leaves_an_empty_database(db, monkeypatch):
    def interrupted(name, **options):
        if name == "seed_demo":
            Page.get_first_root_node().add_child(instance=HomePage(title="Half", slug="half"))
            raise KeyboardInterrupt

    monkeypatch.setattr(prepare_center, "call_command", interrupted)
    with pytest.raises(KeyboardInterrupt):
        call_command("prepare_center", "--without-static", stdout=StringIO())
    assert not HomePage.objects.exists()


def test_catalogue_is_not_loaded_into_a_database_in_use(home_page, monkeypatch):
    called = []
    monkeypatch.setattr(prepare_center, "call_command", lambda name, **options: called.append(name))
    call_command("prepare_center", "--without-static", stdout=StringIO())
    assert called == ["migrate"]


def test_static_files_are_gathered_only_when_one_has_changed(home_page, monkeypatch, tmp_path):
    called, states = [], iter(["one", "one", "two"])
    monkeypatch.setattr(prepare_center, "call_command", lambda name, **options: called.append(name))
    monkeypatch.setattr(prepare_center, "fingerprint", lambda: next(states))
    monkeypatch.setattr(prepare_center, "STAMP", tmp_path / "new" / "stamp")
    monkeypatch.setattr(settings, "STATIC_ROOT", Path(tmp_path))
    for _ in range(3):
        call_command("prepare_center", stdout=StringIO())
    assert called == ["migrate", "collectstatic", "migrate", "migrate", "collectstatic"]


def ensure_admin():
    printed = StringIO()
    call_command("ensure_admin", stdout=printed)
    return printed.getvalue()


@pytest.fixture
def no_password(monkeypatch):
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)


def test_first_staff_user_gets_a_password_that_is_shown_once(db, no_password):
    password = re.search(r"password (\S+)", ensure_admin())[1]
    admin = authenticate(username="admin", password=password)
    assert admin.is_superuser
    assert len(password) >= 12
    assert ensure_admin() == (
        "admin, with the password of the first run (ADMIN_PASSWORD=... make run sets another)\n"
    )
    assert authenticate(username="admin", password=password) == admin


def test_two_centres_never_share_a_password(db, no_password):
    first = ensure_admin()
    get_user_model().objects.all().delete()
    assert ensure_admin() != first


def test_named_password_is_set_at_any_run(db, no_password, monkeypatch):
    ensure_admin()
    monkeypatch.setenv("ADMIN_PASSWORD", "열쇠-한국-中国-12")
    assert ensure_admin() == "admin, password 열쇠-한국-中国-12\n"
    before = authenticate(username="admin", password="열쇠-한국-中国-12").password
    ensure_admin()
    assert get_user_model().objects.get(username="admin").password == before
