"""Every address of the project for every kind of person: nobody sees what is not theirs.

The addresses are read from the URL configuration, so a new one is tried without being
named here; one of the portal that leads to an object must say to which, in `OWNED`.
"""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from center_site.groups import EDITORS, OPERATORS, REVIEWERS
from tests.addresses import all_addresses
from tests.factories import make_product, make_user, make_vendor
from tests.owned import DECIDED, HandedIn, OwnedThings, describe
from tests.portal_factories import make_member

# Open to everybody by design: the door, and what the admin's scripts and styles need.
OPEN_IN_CMS = {
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
}
METHODS = ("get", "post")


@pytest.fixture
def people(product_index):
    """{role: client} of everybody there is."""
    company, rival = make_vendor(), make_vendor()
    users = {
        "vendor_a": make_member(company, "owner"),
        "vendor_b": make_member(rival, "owner"),
        "editor": make_user(groups=[EDITORS]),
        "reviewer": make_user(groups=[REVIEWERS]),
        "operator": make_user(groups=[OPERATORS]),
    }
    clients = {"anonymous": Client(raise_request_exception=False)}
    for role, user in users.items():
        clients[role] = Client(raise_request_exception=False)
        clients[role].force_login(user)
    clients["kiosk"] = Client(
        raise_request_exception=False, headers={"authorization": "Bearer made-up-device-token"}
    )
    make_product(product_index, vendor=company, slug="g1")
    return clients


def answers(client, address, **values):
    """[(method, response)] of an address. A download is not read."""
    return [(method, getattr(client, method)(address.path(**values))) for method in METHODS]


def is_refused(response):
    """Led to the door, told that it is not allowed, or that there is nothing."""
    led_away = response.status_code == 302 and "/account/login/" in response.headers["Location"]
    return led_away or response.status_code in (400, 403, 404, 405)


@pytest.mark.slow
@pytest.mark.parametrize("role", ["anonymous", "vendor_a", "kiosk"])
def test_nobody_but_staff_gets_into_the_cms(people, role):
    addresses = [
        address
        for address in all_addresses()
        if address.is_of_cms and address.name not in OPEN_IN_CMS
    ]
    assert len(addresses) > 300
    let_in = [
        (method, address.path(), response.status_code)
        for address in addresses
        for method, response in answers(people[role], address)
        if not (is_refused(response) or is_led_out(response))
    ]
    assert let_in == []


def is_led_out(response):
    """A redirect to another part of the site is no entry; one inside the CMS might be."""
    if response.status_code not in (301, 302):
        return False
    return not response.headers["Location"].startswith("/cms/") or response.headers[
        "Location"
    ].startswith("/cms/login/")


@pytest.mark.parametrize(
    "role", ["anonymous", "vendor_a", "vendor_b", "editor", "reviewer", "operator", "kiosk"]
)
def test_no_address_of_ours_breaks(people, role):
    broken = [
        (method, address.path(), response.status_code)
        for address in all_addresses()
        if address.is_ours or not address.is_of_cms
        for method, response in answers(people[role], address)
        if response.status_code >= 500
    ]
    assert broken == []


def portal_addresses():
    return [address for address in all_addresses() if address.is_of_portal]


@pytest.mark.parametrize("role", ["anonymous", "kiosk"])
def test_strangers_are_led_to_the_portals_door(people, role):
    assert len(portal_addresses()) > 10
    let_in = [
        (method, address.path(), response.status_code)
        for address in portal_addresses()
        for method, response in answers(people[role], address)
        if not is_refused(response)
    ]
    assert let_in == []


@pytest.fixture
def owned(people):
    """What company A has, and the addresses that lead there."""
    owner = get_user_model().objects.get(pk=people["vendor_a"].session["_auth_user_id"])
    return OwnedThings(owner)


def addresses_of_objects():
    return [address for address in portal_addresses() if address.places and describe(address)]


def test_every_address_of_an_object_is_described(db):
    assert len(addresses_of_objects()) > 20


@pytest.mark.parametrize("role", ["editor", "reviewer", "operator"])
def test_staff_without_a_company_see_no_companys_things(people, owned, role):
    """They read submissions in the CMS; the portal is the companies' own."""
    seen = [
        (method, address.path(**owned.of(address)), response.status_code)
        for address in addresses_of_objects()
        for method, response in answers(people[role], address, **owned.of(address))
        if response.status_code == 200
    ]
    assert seen == []


def test_another_companys_things_are_not_there(people, owned):
    found = [
        (method, address.path(**owned.of(address)), response.status_code)
        for address in addresses_of_objects()
        for method, response in answers(people["vendor_b"], address, **owned.of(address))
        if response.status_code not in (404, 405)
    ]
    assert found == []


def test_ones_own_things_are_there(people, owned):
    missing = [
        (address.path(**owned.of(address)), response.status_code)
        for address in addresses_of_objects()
        for response in [people["vendor_a"].get(address.path(**owned.of(address)))]
        if response.status_code not in (200, 302, 405)
    ]
    assert missing == []


@pytest.fixture
def handed_in(people):
    """What company A has handed in for the centre to decide."""
    owner = get_user_model().objects.get(pk=people["vendor_a"].session["_auth_user_id"])
    return HandedIn(owner)


def desk_addresses(handed_in):
    """Where staff read what companies and visitors have sent."""
    found = [address for address in all_addresses() if handed_in.is_desk(address)]
    assert len(found) > 25
    return found


def of_desks(client, handed_in, methods=METHODS):
    """{(method, path): status} of the staff's desks, for real objects."""
    return {
        (method, path): getattr(client, method)(path).status_code
        for address in desk_addresses(handed_in)
        for path in [address.path(**handed_in.of(address))]
        for method in methods
    }


def test_operators_read_nothing_that_was_handed_in(people, handed_in):
    before = handed_in.standing()
    statuses = of_desks(people["operator"], handed_in)
    assert {key: status for key, status in statuses.items() if status not in (302, 403, 405)} == {}
    assert handed_in.standing() == before


def test_editors_read_the_queue_and_decide_nothing(people, handed_in):
    before = handed_in.standing()
    statuses = of_desks(people["editor"], handed_in, methods=["get"])
    assert [key for key, status in statuses.items() if status >= 500] == []
    assert statuses["get", "/cms/submissions/"] == 200
    decided = [
        (path, people["editor"].post(path, data).status_code)
        for path, data in handed_in.decisions()
    ]
    assert len(decided) > 10
    assert [(path, status) for path, status in decided if status not in (302, 403, 409)] == []
    assert handed_in.standing() == before


def test_reviewers_read_all_that_was_handed_in(people, handed_in):
    statuses = of_desks(people["reviewer"], handed_in)
    assert {
        key: status
        for key, status in statuses.items()
        if status not in (200, 405) and (key[0] == "get" or status >= 500)
    } == {}


def test_reviewers_decisions_are_what_editors_lack(people, handed_in):
    """The same posts do change things, so that nothing above passes for being refused anyway."""
    before = handed_in.standing()
    for path, data in handed_in.decisions():
        people["reviewer"].post(path, data)
    after = handed_in.standing()
    changed = {desk for desk in before if before[desk] != after[desk]}
    assert changed == {"submissions", *DECIDED}
