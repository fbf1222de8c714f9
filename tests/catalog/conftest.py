"""What tests of the catalogue share: a run of the import, and drawings that are drawn once."""

from functools import cache
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile

from catalog import illustrations
from catalog.importing.catalogue import CatalogueImport
from catalog.models import ProductPage, Vendor
from catalog.review import start_draft, submit
from tests.catalog.inquiries import NEW
from tests.catalog.listing import listing_data
from tests.factories import make_user, make_vendor
from tests.portal_factories import LISTING, make_member, make_reviewer, verify

DRAW = illustrations.render


@pytest.fixture(scope="session", autouse=True)
def drawn_once():
    """A drawing takes half a second to render; it comes out the same for every test."""
    with mock.patch.object(illustrations, "render", cache(DRAW)):
        yield


@pytest.fixture(scope="module")
def small_drawings():
    """Drawings of thumbnail size, for tests that need all 44 of them."""
    with mock.patch.multiple(illustrations, WIDTH=160, HEIGHT=120, render=cache(DRAW)):
        yield


@pytest.fixture
def load(product_index):
    """`load(vendors, products)` -> the Outcome of importing these records."""

    def run(vendors=(), products=()):
        data = {"vendors": list(vendors), "products": list(products)}
        return CatalogueImport(data, index_page=product_index, tell=lambda *progress: None).run()

    return run


@pytest.fixture
def stored():
    """`stored()` -> the slugs of all companies and products, as two sets."""

    def slugs():
        return (
            set(Vendor.objects.values_list("slug", flat=True)),
            set(ProductPage.objects.values_list("slug", flat=True)),
        )

    return slugs


@pytest.fixture
def chief(client, db):
    """A client of somebody who may do everything in the CMS."""
    client.force_login(make_user(is_superuser=True))
    return client


@pytest.fixture
def user_language(chief):
    """`user_language(code)` sets the language that the CMS speaks to `chief`."""

    def choose(code):
        user = get_user_model().objects.get(pk=chief.session["_auth_user_id"])
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = code
        profile.save()

    return choose


@pytest.fixture
def reviewer(db):
    return make_reviewer()


@pytest.fixture
def member(db):
    return make_member()


@pytest.fixture
def company(db):
    return make_vendor()


@pytest.fixture
def owner(company):
    """The one who owns it; a member besides is `editor`."""
    return make_member(company, role="owner")


@pytest.fixture
def editor(company):
    return make_member(company)


@pytest.fixture
def waiting(product_index, member):
    """A listing that a verified company has handed in."""
    verify(member.membership.vendor)
    submission = start_draft(member.membership.vendor, by=member, data=LISTING)
    return submit(submission, by=member)


@pytest.fixture
def portal(client, member):
    """A browser in which the member is signed in."""
    client.force_login(member)
    return client


@pytest.fixture
def listing(product_index, member):
    """A whole draft of the member's company."""
    return start_draft(member.membership.vendor, by=member, data=listing_data())


@pytest.fixture
def send_inquiry(client, django_capture_on_commit_callbacks):
    """Post the form for visitors and let the mails go out."""

    def post(data, address=NEW):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, data)

    return post
