"""What a bare machine is told: one line each, and never a trace."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

import pytest
from django.conf import settings

from center_site.setup import address, browser, interpreter, machine, packages, processes
from center_site.setup.console import Unready
from center_site.setup.environment import DEVELOPMENT, Environment, fingerprint, require_venv

ROOT = settings.BASE_DIR
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def plain_user(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def own_port():
    """A port that another program listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_taken_port_is_named_with_the_next_one(own_port):
    with pytest.raises(Unready) as problem:
        address.bindings(own_port)
    assert str(problem.value) == (
        f"port {own_port} is taken by another program; choose another: PORT={own_port + 1} make run"
    )


@pytest.mark.parametrize("given", ["http", "0", "65536", "-1", "80.5"])
def test_port_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv("PORT", given)
    with pytest.raises(Unready, match="PORT must be a number from 1 to 65535"):
        address.chosen_port()


@pytest.mark.parametrize(("given", "port"), [(None, 8000), ("", 8000), ("8001", 8001)])
def test_port_is_8000_unless_named(monkeypatch, given, port):
    monkeypatch.delenv("PORT", raising=False)
    if given is not None:
        monkeypatch.setenv("PORT", given)
    assert address.chosen_port() == port


def test_only_this_machine_is_served_unless_hosts_are_named(monkeypatch):
    monkeypatch.setattr(address, "is_free", lambda family, host, port: True)
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    assert address.bindings(8000) == ["127.0.0.1:8000", "[::1]:8000"]
    monkeypatch.setenv("ALLOWED_HOSTS", "192.168.0.10")
    assert address.bindings(8000) == ["0.0.0.0:8000"]


@pytest.mark.parametrize(
    ("version", "supported"),
    [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False), ((2, 7), False)],
)
def test_pythons_of_three_years_are_supported(version, supported):
    assert interpreter.is_supported(version) is supported


def test_too_old_python_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Unready) as problem:
        interpreter.require("center_site.setup.serve")
    assert str(problem.value) == (
        "the centre runs on Python 3.11 to 3.13, but python3 is 3.9 here; "
        "install one of those and try again."
    )


def test_too_old_python_gives_way_to_a_newer_one(monkeypatch, tmp_path):
    broken = program(tmp_path / "python3.13", "exit 127")
    working = program(tmp_path / "python3.12", "echo 3 12")
    started = []
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "argv", ["suite.py", "-k", "name"])
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(os, "execv", lambda *command: started.append(command) or sys.exit())
    with pytest.raises(SystemExit):
        interpreter.require("center_site.setup.suite")
    arguments = [str(working), "-m", "center_site.setup.suite", "-k", "name"]
    assert broken.exists()
    assert started == [(str(working), arguments)]


def test_full_disk_is_told_before_anything_is_written(monkeypatch, tmp_path):
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda path: Usage(9, 9, 300 * 1024**2))
    environment = Environment(tmp_path / "venv")
    with pytest.raises(Unready, match=r"has 0\.3 GiB of free disk space; the centre needs 1 GiB"):
        environment.prepare(DEVELOPMENT)
    assert not environment.folder.exists()


def test_missing_venv_names_the_package_to_install(monkeypatch, plain_user):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(Unready) as problem:
        require_venv(sys.executable)
    package = f"python3.{sys.version_info[1]}-venv"
    assert str(problem.value) == (
        f"please install {package}: sudo apt-get install -y --no-install-recommends {package}"
    )


def test_packages_that_cannot_be_fetched_end_in_one_line(tmp_path):
    environment = Environment(tmp_path / "venv")
    program(
        tmp_path / "venv/bin/python", 'case "$*" in *install*) echo "ERROR: no route"; exit 1; esac'
    )
    with pytest.raises(Unready, match=r"could not be installed: ERROR: no route$"):
        environment.prepare(DEVELOPMENT)
    assert not environment.holds(DEVELOPMENT)


def test_packages_are_installed_once_for_the_same_lock(tmp_path):
    environment = Environment(tmp_path / "venv")
    calls = tmp_path / "calls"
    program(tmp_path / "venv/bin/python", f'case "$*" in *install*) echo "$*" >> {calls}; esac')
    environment.prepare("requirements.lock")
    environment.prepare("requirements.lock")
    assert len(calls.read_text().splitlines()) == 1
    assert "--require-hashes -r requirements.lock" in calls.read_text()
    environment.stamp("requirements.lock").write_text(fingerprint(DEVELOPMENT))
    environment.prepare("requirements.lock")
    assert len(calls.read_text().splitlines()) == 2


def test_development_environment_serves_too(tmp_path):
    environment = Environment(tmp_path / "venv")
    program(tmp_path / "venv/bin/python", "true")
    environment.prepare(DEVELOPMENT)
    assert environment.holds("requirements.lock")


def test_missing_library_of_the_driver_is_named(monkeypatch, plain_user):
    monkeypatch.setattr(browser, "capture", lambda command: (127, "libatomic.so.1: cannot open"))
    with pytest.raises(Unready, match="please install libatomic1: sudo apt-get install"):
        browser.require()


def test_missing_browser_is_named_with_the_way_out(monkeypatch, plain_user):
    monkeypatch.setattr(browser, "require_driver", lambda: None)
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "capture", lambda command: (1, "no network"))
    with pytest.raises(Unready) as problem:
        browser.require()
    assert str(problem.value) == (
        "the browser tests need Chromium (make test-quick leaves them out): "
        "sudo apt-get install -y --no-install-recommends chromium fonts-noto-cjk"
    )


def test_missing_fonts_are_named(monkeypatch, plain_user):
    monkeypatch.setattr(browser, "require_driver", lambda: None)
    monkeypatch.setattr(browser, "find", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(browser, "has_fonts", lambda: False)
    with pytest.raises(Unready, match="please install fonts-noto-cjk: sudo apt-get install"):
        browser.require()


def test_named_browser_that_does_not_start_is_passed_over(monkeypatch, tmp_path):
    broken = program(tmp_path / "broken", "exit 127")
    working = program(tmp_path / "bin/chromium", "true")
    monkeypatch.setenv("CHROMIUM", str(broken))
    monkeypatch.setenv("PATH", str(working.parent), prepend=os.pathsep)
    assert browser.find() == str(working)


def test_package_lists_are_fetched_where_the_first_try_fails(monkeypatch):
    calls = []
    answers = iter([(100, "unable to locate"), (0, ""), (0, "")])
    monkeypatch.setattr(packages, "is_debian_root", lambda: True)
    monkeypatch.setattr(packages, "apt_get", lambda *names: calls.append(names[0]) or next(answers))
    packages.install("chromium")
    assert calls == ["install", "update", "install"]


def test_package_that_cannot_be_installed_is_told_with_the_reason(monkeypatch):
    monkeypatch.setattr(packages, "is_debian_root", lambda: True)
    monkeypatch.setattr(packages, "apt_get", lambda *names: (100, "E: no such package\n"))
    with pytest.raises(Unready, match="chromium failed: E: no such package"):
        packages.install("chromium")


def test_child_lives_no_longer_than_its_block():
    with processes.running([sys.executable, "-c", "import time; time.sleep(60)"]) as child:
        assert child.poll() is None
    assert child.returncode == -signal.SIGTERM


@pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="only Linux ends children of the killed"
)
def test_child_does_not_outlive_a_target_that_is_killed(tmp_path):
    target = (
        "import os, signal, sys\n"
        "from center_site.setup.processes import start\n"
        "print(start([sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", target], cwd=ROOT, stdout=subprocess.PIPE, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert ends(Path(f"/proc/{int(killed.stdout)}/stat"))


def ends(state):
    """Whether the process is gone within ten seconds; a zombie waits for its new parent only."""
    for _ in range(100):
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def test_target_that_is_interrupted_leaves_no_trace():
    target = (
        "import os, signal, time\n"
        "from center_site.setup.console import carry_out\n"
        "def target():\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    time.sleep(10)\n"
        "carry_out(target)\n"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", target], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 130
    assert outcome.stderr == ""
    assert "Stopped before it was ready" in outcome.stdout


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux tells a make that waits")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_recipe_notices_that_make_alone_was_told_to_stop(tmp_path, number):
    ended = tmp_path / "ended"
    (tmp_path / "wait.py").write_text(
        "import pathlib, time\n"
        "from center_site.setup.lifeline import caller_wants_us_gone\n"
        "print('ready', flush=True)\n"
        "while not caller_wants_us_gone(): time.sleep(0.1)\n"
        f"pathlib.Path({str(ended)!r}).touch()\n"
    )
    (tmp_path / "Makefile").write_text(f"wait:\n\t@exec {sys.executable} wait.py\n")
    caller = subprocess.Popen(
        ["make", "wait"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert caller.stdout.readline() == b"ready\n"
    caller.send_signal(number)
    caller.wait(timeout=10)
    deadline = time.monotonic() + 10
    while not ended.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert ended.exists()


def test_make_lists_every_target():
    makefile = (ROOT / "Makefile").read_text()
    targets = makefile.split(".PHONY:")[1].splitlines()[0].split()
    # Without the variables by which the make that runs the tests would make this one its own.
    outcome = subprocess.run(
        ["make"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.split()[1] for line in outcome.stdout.splitlines()] == targets
