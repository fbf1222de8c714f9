"""Production refuses to start half configured; every variable that is read is documented."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from center_site.settings import environment
from center_site.setup.lint import PRODUCTION

ROOT = settings.BASE_DIR
REQUIRED = ("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "PUBLIC_ORIGIN")
READERS = [
    *ROOT.glob("center_site/settings/*.py"),
    *ROOT.glob("center_site/setup/*.py"),
    ROOT / "center_site/management/commands/ensure_admin.py",
]
READ = re.compile(
    r"""(?:env|env\.\w+|environ\.get)\(\s*["']([A-Z_]+)["']|environ\[["']([A-Z_]+)["']"""
)
# Set by other programs for each other, not by the people who run the centre.
INTERNAL = {"MAKELEVEL"}


def manage(*arguments, **variables):
    """manage.py in an environment that holds `variables` and nothing of the tests' own."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", *arguments],
        env={**inherited, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("absent", REQUIRED)
def test_production_refuses_to_start_without(absent):
    given = {name: value for name, value in PRODUCTION.items() if name != absent}
    outcome = manage("check", **given)
    assert outcome.returncode == 1
    assert outcome.stderr == (
        f"Not ready: Production needs these environment variables: {absent}\n"
    )


@pytest.mark.parametrize("absent", REQUIRED)
def test_production_server_refuses_to_start_without(absent):
    given = {name: value for name, value in PRODUCTION.items() if name != absent}
    outcome = subprocess.run(
        [sys.executable, "-c", "import center_site.wsgi"],
        env=given,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 1
    assert outcome.stderr.splitlines()[-1].endswith(f"environment variables: {absent}")


def test_production_passes_djangos_deployment_check_without_a_warning():
    outcome = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert outcome.stdout == "System check identified no issues (0 silenced).\n"


def test_production_sends_people_to_https_and_asks_browsers_to_remember():
    program = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "client = Client(headers={'host': 'center.example'})\n"
        "print(client.get('/ko/').headers['Location'], client.get('/healthz/').status_code)\n"
        "answer = client.get('/healthz/', secure=True)\n"
        "print(answer.headers['Strict-Transport-Security'])\n"
    )
    outcome = manage("shell", "--no-imports", "-c", program, **PRODUCTION)
    assert outcome.stdout.splitlines() == [
        "https://center.example/ko/ 200",
        "max-age=31536000; includeSubDomains; preload",
    ], outcome.stderr


def test_variables_that_are_read_are_those_of_the_table():
    read = {
        name
        for path in READERS
        for match in READ.findall(path.read_text("utf-8"))
        for name in match
        if name
    }
    table = Path(ROOT / "center_site/README.md").read_text("utf-8")
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE))
    assert documented == read - INTERNAL


@pytest.mark.parametrize("url", ["", "center.sqlite3", "mysql://user@host/center", "http://host/"])
def test_database_of_another_kind_is_refused(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must begin with"):
        environment.database()


def test_sqlite_waits_for_writers_and_keeps_what_it_acknowledged(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/center.sqlite3")
    config = environment.database()
    assert config["NAME"] == "/srv/center.sqlite3"
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in config["OPTIONS"]["init_command"]


def test_postgresql_keeps_connections_and_checks_them(monkeypatch):
    monkeypatch.setenv(
        "DATABASE_URL", "postgres://center:p%40ss@db.example:5433/center?sslmode=require"
    )
    config = environment.database()
    assert (config["HOST"], config["PORT"], config["PASSWORD"]) == ("db.example", 5433, "p@ss")
    assert (config["CONN_MAX_AGE"], config["CONN_HEALTH_CHECKS"]) == (60, True)
    assert config["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    "origin", ["center.example", "https://center.example/ko", "ftp://center.example", "https://"]
)
def test_public_origin_that_addresses_cannot_be_joined_to_is_refused(monkeypatch, origin):
    monkeypatch.setenv("PUBLIC_ORIGIN", origin)
    with pytest.raises(ImproperlyConfigured, match="PUBLIC_ORIGIN must be like"):
        environment.public_origin()


def test_public_origin_ends_without_a_slash(monkeypatch):
    monkeypatch.setenv("PUBLIC_ORIGIN", "https://center.example:8443/")
    assert environment.public_origin() == "https://center.example:8443"


def test_secret_key_may_begin_with_a_dollar(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "$HOME-is-no-variable-here")
    assert environment.secret_key() == "$HOME-is-no-variable-here"
