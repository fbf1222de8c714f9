"""A Chromium with Korean and Chinese fonts, and what drives it, for the browser tests."""

import os
import shutil
import sys
from pathlib import Path

from . import packages
from .console import Unready, say
from .environment import CENTER
from .machine import is_debian_root
from .processes import capture, last_lines

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = "fonts-noto-cjk"
DRIVERS_LIBRARY = "libatomic1"  # of the Node.js in Playwright's package; a minimal Debian has none
PLAYWRIGHTS_OWN = (
    "from playwright.sync_api import sync_playwright\n"
    "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
)


def require():
    """The path of a browser that starts. Raises Unready, naming the package, if none can be had."""
    require_driver()
    path = find() or obtain()
    if not has_fonts():
        packages.install(FONTS)
    return path


def require_driver():
    asked = [CENTER.python, "-m", "playwright", "--version"]
    if capture(asked)[0]:
        packages.install(DRIVERS_LIBRARY)
        code, printed = capture(asked)
        if code:
            raise Unready(f"Playwright does not start: {last_lines(printed)}")


def find():
    named = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES)]
    for path in filter(None, named):
        if starts(path):
            return path
    code, path = capture([CENTER.python, "-c", PLAYWRIGHTS_OWN])
    return path.strip() if code == 0 and starts(path.strip()) else None


def starts(path):
    """Playwright's download lacks the system's libraries on many machines."""
    try:
        return capture([path, "--version"])[0] == 0
    except OSError:
        return False


def obtain():
    if is_debian_root():
        packages.install("chromium", FONTS)
    else:
        say("browser: downloading Playwright's Chromium")
        capture([CENTER.python, "-m", "playwright", "install", "chromium"])
    path = find()
    if path is None:
        raise Unready(
            "the browser tests need Chromium (make test-quick leaves them out): "
            + packages.install_command("chromium", FONTS)
        )
    return path


def has_fonts():
    if not sys.platform.startswith("linux"):
        return True  # other desktops bring their own
    if shutil.which("fc-list"):
        listings = [capture(["fc-list", f":lang={language}"])[1] for language in ("ko", "zh-cn")]
        return all(listing.strip() for listing in listings)
    return any(Path("/usr/share/fonts").glob("**/*CJK*"))
