"""Members read in the portal what they were told, and nobody reads another's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Notification
from tests.portal_factories import make_member

LIST = "/ko/portal/notices/"


@pytest.fixture
def member(client, home_page):
    user = make_member()
    client.force_login(user)
    return user


def tell(user, key, **fields):
    return Notification.objects.create(
        **{
            "kind": "approved",
            "event_key": key,
            "user": user,
            "email": user.email,
            "language_code": "ko",
            "context": {"title_ko": "나르미", "title_zh": "搬运侠"},
            "path": "portal/listings/1/",
            **fields,
        }
    )


def test_notices_are_listed_in_the_language_of_the_page(client, member):
    tell(member, "a")
    for prefix, name, other in (("ko", "나르미", "搬运侠"), ("zh-hans", "搬运侠", "나르미")):
        page = client.get(f"/{prefix}/portal/notices/")
        assert page.status_code == 200
        text = page.content.decode()
        assert name in text
        assert other not in text
        assert f'href="/{prefix}/portal/listings/1/"' in text
        assert "no-store" in page.headers["Cache-Control"]


def test_the_menu_counts_what_is_unread_in_one_query(client, member):
    tell(member, "a")
    tell(member, "b")
    tell(member, "c", read_at=timezone.now())
    page = client.get(LIST)
    assert '<span class="count">2<' in page.content.decode()
    assert page.content.decode().count("notice-row--new") == 2


def test_one_is_marked_as_read(client, member):
    first, second = tell(member, "a"), tell(member, "b")
    assert client.post(f"{LIST}{first.pk}/read/").status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.read_at is not None
    assert second.read_at is None


def test_all_are_marked_as_read_but_not_those_of_others(client, member):
    tell(member, "a")
    other = tell(make_member(), "a")
    client.post(f"{LIST}read/")
    assert not Notification.objects.unread().filter(user=member).exists()
    other.refresh_from_db()
    assert other.read_at is None


def test_what_was_told_to_others_is_not_there(client, member):
    other = tell(make_member(), "a")
    assert list(client.get(LIST).context["notices"]) == []
    assert client.post(f"{LIST}{other.pk}/read/").status_code == 404
    other.refresh_from_db()
    assert other.read_at is None


@pytest.mark.parametrize("address", [f"{LIST}read/", f"{LIST}1/read/"])
def test_reading_an_address_marks_nothing(client, member, address):
    tell(member, "a")
    assert client.get(address).status_code == 405
    assert Notification.objects.unread().count() == 1


def test_visitors_are_sent_to_sign_in(client, home_page):
    assert client.get(LIST).status_code == 302


def test_the_list_asks_no_more_for_more_notices(client, member):
    def queries(count):
        for number in range(count):
            tell(member, f"{count}:{number}")
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        return len(asked)

    assert queries(2) == queries(40) <= 9
