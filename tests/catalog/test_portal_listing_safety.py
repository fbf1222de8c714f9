"""What a listing's portal withstands: other companies, attacks, many at once, large numbers."""

import json
import threading
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog import review
from catalog.models import Submission
from catalog.portal.listings.states import STEPS
from catalog.uploads import taking
from tests.catalog.listing import listing_data
from tests.catalog.portal import address, post, soup, upload_of
from tests.portal_factories import make_member

ATTACK = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7|add:7 }}'
# Everything that runs; structured data does not.
SCRIPTS = 'script:not([type="application/ld+json"])'


def test_payloads_in_every_text_come_out_as_text(portal, listing):
    attacked = {
        name: [ATTACK] if isinstance(value, list) else ATTACK
        for name, value in listing_data().items()
        if name not in ("family", "origin_country", "price_kind")
    }
    data = {**attacked, "family": "service_robot", "origin_country": "KR"}
    post(portal, listing, data)
    post(portal, listing, data, **{"new-pictures": [upload_of("<img src=x onerror=a>.png", 64)]})
    upload = listing.uploads.get()
    words = {f"upload-{upload.pk}-{name}": ATTACK for name in ("alt_ko", "caption_zh")}
    post(portal, listing, data, **words)
    portal.post(address("_comments", listing.pk), {"text": ATTACK})
    for path in (
        address("_edit", listing.pk),
        address("", listing.pk),
        address("s"),
        address("_preview", listing.pk, "ko"),
        address("_preview", listing.pk, "zh-hans"),
    ):
        page = soup(portal.get(path))
        assert not page.select("[onerror], img[src=x]"), path
        assert not [tag for tag in page.select(SCRIPTS) if "alert(" in tag.text], path
        assert "14" not in page.h1.text


@pytest.mark.parametrize("step", ["approve", "reject", "take", "publish", "save_draft", "__init__"])
def test_steps_of_reviewers_are_not_to_be_had(portal, listing, step):
    before = Submission.objects.values().get()
    assert portal.post(f"{address('', listing.pk)}{step}/").status_code == 404
    assert Submission.objects.values().get() == before


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_cannot_be_taken_changes_nothing_and_says_so(portal, listing, step):
    before = Submission.objects.values("status", "data").get()
    if step != "archive":
        answer = portal.post(address("_move", listing.pk, step), follow=True)
        assert [message.level_tag for message in answer.context["messages"]] == ["error"]
        assert Submission.objects.values("status", "data").get() == before


def paths_of(listing, upload):
    """Every address of one listing, and how it may be asked."""
    return [
        ("get", address("", listing.pk)),
        ("get", address("_edit", listing.pk)),
        ("post", address("_edit", listing.pk)),
        ("post", address("_draft", listing.pk)),
        ("post", address("_files", listing.pk)),
        ("get", address("_file", listing.pk, upload.pk)),
        ("get", address("_file_small", listing.pk, upload.pk)),
        ("get", address("_preview", listing.pk, "ko")),
        ("post", address("_comments", listing.pk)),
        ("post", address("_comment", listing.pk, 1)),
        *(("post", address("_move", listing.pk, step)) for step in STEPS),
    ]


def test_another_companys_listing_is_not_there(portal, listing, client):
    post(portal, listing, **{"new-pictures": [upload_of("one.png", 64)]})
    upload = listing.uploads.get()
    before = Submission.objects.values().get()
    client.force_login(make_member())
    for method, path in paths_of(listing, upload):
        sent = {"version": "1", "title_ko": "남의 이름", "text": "안녕", "action": "submit"}
        assert getattr(client, method)(path, sent).status_code == 404, path
    assert Submission.objects.values().get() == before
    assert not soup(client.get(address("s"))).select(f'a[href="{address("", listing.pk)}"]')
    client.logout()
    for method, path in paths_of(listing, upload):
        assert getattr(client, method)(path).status_code == 302, path


def test_files_of_another_listing_are_not_reached_through_ones_own(portal, listing, client):
    post(portal, listing, **{"new-pictures": [upload_of("one.png", 64)]})
    upload = listing.uploads.get()
    stranger = make_member()
    client.force_login(stranger)
    own = review.start_draft(stranger.membership.vendor, by=stranger, data=listing_data())
    assert client.get(address("_file", own.pk, upload.pk)).status_code == 404
    post(client, own, action=f"remove-{upload.pk}", **{f"upload-{upload.pk}-alt_ko": "x"})
    upload.refresh_from_db()
    assert upload.alt_ko == ""


def test_lists_ask_as_much_for_5000_listings_as_for_five(portal, member, listing, product_index):
    vendor = listing.vendor
    paths = [address("s"), address("s") + "?state=todo&page=3", "/ko/portal/"]
    counts = []
    for more in (4, 4995):
        Submission.objects.bulk_create(
            Submission(
                vendor=vendor, title_ko=f"제품 {number}", data=listing.data, family=listing.family
            )
            for number in range(more)
        )
        counts.append([queries_of(portal, path) for path in paths])
    assert Submission.objects.count() == 5000
    assert all(most <= few + 1 for few, most in zip(*counts, strict=True)), counts
    assert max(counts[1]) <= 14


def queries_of(client, path):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.django_db(transaction=True)
def test_twenty_identical_posts_at_once_begin_one_listing(live_server, product_index):
    member = make_member()
    key = str(uuid.uuid4())
    start = threading.Barrier(20)
    answers = []

    def send():
        client = Client()
        client.force_login(member)
        start.wait()
        sent = {"client_key": key, "family": "cobot", "title_ko": "협동 로봇"}
        answers.append(client.post(address("_new"), sent))
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    listing = Submission.objects.get()
    assert {(answer.status_code, answer.url) for answer in answers} == {
        (302, address("_edit", listing.pk))
    }
    assert listing.events.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_file_under_way_while_the_listing_is_handed_in_is_refused(
    portal, listing, member, monkeypatch
):
    keep = taking.keep_blob

    def handed_in_meanwhile(*args, **named):
        review.submit(Submission.objects.get(), by=member)
        return keep(*args, **named)

    monkeypatch.setattr(taking, "keep_blob", handed_in_meanwhile)
    sent = {"section": "pictures", "file": upload_of("late.png", 64)}
    answer = portal.post(address("_files", listing.pk), sent)
    assert (answer.status_code, listing.uploads.count()) == (400, 0)
    assert Submission.objects.get().status == Submission.Status.SUBMITTED


@pytest.mark.parametrize("base", ["[" * 200_000, '{"a":' * 100_000, "9" * 5000, "NaN", "nul", "[]"])
@pytest.mark.parametrize("version", [0, 1])
def test_no_base_that_a_browser_could_claim_is_an_error(portal, listing, base, version):
    for name in ("_draft", "_edit"):
        sent = {**listing.data, "base": base, "version": version}
        answer = portal.post(address(name, listing.pk), sent)
        assert answer.status_code in (200, 302, 409)


@pytest.mark.parametrize("value", [None, 5, 1.5, True, [], [1], [[["x"]]], {"a": {"b": 1}}, {}])
def test_a_base_of_other_kinds_of_values_is_compared_as_text(portal, listing, value):
    names = [*listing_data(), "certificate-0-mark", "certificate-0-number", "spec-height-minimum"]
    names += ["title_ko", "applications", "family", "upload-1-alt_ko", "aliases", "release"]
    base = json.dumps(dict.fromkeys(names, value))
    answer = portal.post(
        address("_edit", listing.pk), {**listing.data, "title_ko": "다른 이름", "base": base}
    )
    assert answer.status_code == 409
