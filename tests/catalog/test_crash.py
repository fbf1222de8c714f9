"""kill -9 of the server in the middle of 100 submissions with files."""

import http.client
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from django.conf import settings
from PIL import Image

from center_site.setup.serve import gunicorn
from tests.portal_factories import LISTING

LISTINGS = 100
KILLED_AFTER = 35
AT_ONCE = 4
CSRF = "k" * 32

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        "postgres" in os.environ.get("DATABASE_URL", ""), reason="it makes its own database"
    ),
]


@pytest.fixture
def place(tmp_path):
    """The environment of a centre of its own, on a free port of the loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "center_site.settings.local",
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{tmp_path}/center.sqlite3",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }


def beside(place, what):
    command = [sys.executable, "-m", "tests.catalog.crash_ground", what]
    printed = subprocess.run(
        command, cwd=settings.BASE_DIR, env=place, check=True, capture_output=True
    ).stdout
    return json.loads(printed.splitlines()[-1])


class Server:
    """The server that `make run` starts, in a process group of its own."""

    def __init__(self, place):
        self.port = int(place["PORT"])
        command = [sys.executable, *map(str, gunicorn([f"127.0.0.1:{self.port}"])[1:])]
        self.process = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=place,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self):
        for _attempt in range(300):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.2)
        pytest.fail("the server did not start")

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def __exit__(self, *_exception):
        if self.process.poll() is None:
            self.kill()


class Company:
    """A browser that begins a listing, sends its form with a picture, and submits it."""

    def __init__(self, port, session_key):
        self.port = port
        self.headers = {"Cookie": f"sessionid={session_key}; csrftoken={CSRF}"}
        self.acknowledged = []

    def hand_in(self, key):
        """Notes the key if the server has said that the listing is submitted."""
        title = f"로봇 {key}"
        begun = {"client_key": key, "family": "humanoid_robot", "title_ko": title}
        try:
            form = self.post("/ko/portal/listings/new/", *encoded(begun))
            filled = {**LISTING, "title_ko": title, "version": "1", "action": "submit"}
            if self.post(form, *multipart(filled, picture(key))) == form.removesuffix("edit/"):
                self.acknowledged.append(key)
        except (OSError, http.client.HTTPException):
            pass  # the server is gone: nothing was promised

    def post(self, path, body, kind):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {**self.headers, "Content-Type": kind, "X-CSRFToken": CSRF}
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        assert answer.status == 302, (path, answer.status)
        return answer.headers["Location"]


def picture(key):
    """No two listings have the same picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (80, 60), f"#{uuid.UUID(key).hex[:6]}").save(buffer, "PNG")
    return buffer.getvalue()


def encoded(fields):
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def multipart(fields, content):
    edge = "part-of-the-form"
    lines = []
    for name, value in fields.items():
        lines += [f"--{edge}", f'Content-Disposition: form-data; name="{name}"', "", value]
    lines += [f"--{edge}", 'Content-Disposition: form-data; name="new-pictures"; filename="a.png"']
    head = "\r\n".join([*lines, "Content-Type: image/png", "", ""]).encode()
    return head + content + f"\r\n--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def check_no_half_states(found):
    """Either a draft without a page, or everything that belongs to a submitted listing."""
    handed_in = [row for row in found["submissions"] if row["status"] == "submitted"]
    for row in found["submissions"]:
        is_in = row["status"] == "submitted"
        assert row["status"] in ("draft", "submitted")
        assert row["has_page"] is row["is_pinned"] is is_in
        assert row["submit_events"] == int(is_in)
        assert all(row["files"])
        assert len(row["files"]) <= 1
        assert row["files"] or not is_in
    assert found["pages"] == found["workflows"] == found["mails"] == len(handed_in)
    return [row["client_key"] for row in handed_in]


def test_killed_server_keeps_every_promise(place):
    session_key = beside(place, "prepare")
    keys = [str(uuid.uuid4()) for _number in range(LISTINGS)]
    company = Company(int(place["PORT"]), session_key)
    with Server(place) as server, ThreadPoolExecutor(AT_ONCE) as browsers:
        sent = [browsers.submit(company.hand_in, key) for key in keys]
        while len(company.acknowledged) < KILLED_AFTER:
            time.sleep(0.01)
            assert not all(future.done() for future in sent)
        server.kill()
        for future in sent:
            future.result()
    promised = list(company.acknowledged)
    assert KILLED_AFTER <= len(promised) < LISTINGS
    found = beside(place, "report")
    kept = check_no_half_states(found)
    assert set(promised) <= set(kept)
    stored = [row["client_key"] for row in found["submissions"]]
    assert len(stored) == len(set(stored))

    with Server(place), ThreadPoolExecutor(AT_ONCE) as browsers:
        missing = [key for key in keys if key not in kept]
        for future in [browsers.submit(company.hand_in, key) for key in missing]:
            future.result()
    found = beside(place, "report")
    assert sorted(check_no_half_states(found)) == sorted(keys)
    assert sorted(row["title"] for row in found["submissions"]) == sorted(
        f"로봇 {key}" for key in keys
    )
