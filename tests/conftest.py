"""Ground that every test stands on: a clean cache, the taxonomy, the page tree, a browser."""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from playwright.sync_api import sync_playwright
from wagtail.models import Page, Site

from catalog.importing.taxonomy import load_taxonomy
from catalog.models import ProductIndexPage, StrategicField
from center_site.models import HomePage

CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    """Give back what the migrations made (root page, site, collection) after each flush."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        asked = marker.kwargs if marker else {}
        names = getattr(item, "fixturenames", [])
        if asked.get("transaction") or {"live_server", "transactional_db"} & set(names):
            restored = {**asked, "transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**restored), append=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The taxonomy stands in the test database once, so that no test waits for it."""
    with django_db_blocker.unblock():
        load_taxonomy()


@pytest.fixture(autouse=True)
def neutral_ground():
    """No test sees what another cached, or the language it left active."""
    cache.clear()
    with translation.override("ko"):
        yield
    cache.clear()


@pytest.fixture
def taxonomy(db):
    """The taxonomy's terms; loaded again where a transactional test has flushed them."""
    if not StrategicField.objects.exists():
        load_taxonomy()


@pytest.fixture
def home_page(taxonomy):
    """The home page, in the place of Wagtail's greeting, as the root of the default site."""
    root = Page.get_first_root_node()
    for greeting in root.get_children():
        greeting.specific.delete()
    root.refresh_from_db()
    home = root.add_child(
        instance=HomePage(
            title="Korea–China AI Center",
            slug="home",
            title_ko="한중 AI 센터",
            title_zh="韩中人工智能中心",
            summary_ko="한국과 중국의 AI 제품을 한자리에서 봅니다.",
            summary_zh="在一处看遍韩中两国的人工智能产品。",
        )
    )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home, "site_name": home.title},
    )
    return home


@pytest.fixture
def product_index(home_page):
    """The catalogue page that products stand under."""
    return home_page.add_child(
        instance=ProductIndexPage(
            title="Products", slug="products", title_ko="제품", title_zh="产品"
        )
    )


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """One browser for the session. Missing is a failure: a skipped journey proves nothing."""
    initial_data = connection._test_serialized_contents
    # Playwright keeps an event loop running in this thread; the ORM is still used from it alone.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        # Beside that loop Django keeps another connection: it too restores the initial data.
        connection._test_serialized_contents = initial_data
        executable = _find_chromium(playwright)
        if executable is None:
            pytest.fail("no Chromium found: install the chromium package or set CHROMIUM")
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


def _find_chromium(playwright):
    candidates = [
        os.environ.get("CHROMIUM"),
        *map(shutil.which, ("chromium", "chromium-browser", "google-chrome")),
        playwright.chromium.executable_path,
    ]
    return next((path for path in candidates if path and Path(path).exists()), None)


@pytest.fixture
def console_errors():
    """What went wrong in the browser; a test that expects an error clears the list."""
    return []


@pytest.fixture
def open_tab(chromium, live_server, console_errors):
    """`open_tab(**context options)` -> a page of its own that reaches this site only.

    Fails the test for every console error, script exception and request that leaves the
    site. Options are Playwright's: viewport, locale, java_script_enabled, color_scheme.
    """
    contexts = []

    def open_one(**options):
        context = chromium.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        context.route("**/*", _stay_on(live_server.url, console_errors))
        page = context.new_page()
        page.on("console", lambda line: line.type == "error" and console_errors.append(line.text))
        page.on("pageerror", lambda error: console_errors.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert console_errors == []


def _stay_on(origin, errors):
    def route(route):
        if route.request.url.startswith((f"{origin}/", "data:", "blob:")):
            route.continue_()
        else:
            errors.append(f"left the site: {route.request.url}")
            route.abort()

    return route


@pytest.fixture
def tab(open_tab):
    """A desktop page; see `open_tab`."""
    return open_tab(viewport={"width": 1440, "height": 900})


@pytest.fixture
def axe():
    """`axe(page)` -> accessibility violations, one line each; an empty list is what we want."""

    def violations(page):
        found = Axe().run(page).response["violations"]
        return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]

    return violations
