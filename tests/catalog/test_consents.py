"""Consents: texts in versions, answers with time and language, and what ends with them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from catalog.companies import invite
from catalog.consenting import Purposes, current_texts, given, make_texts, record, withdraw
from catalog.models import Consent, ConsentPurpose, ConsentText, Membership
from center_site.groups import REVIEWERS
from tests.factories import make_user, make_vendor
from tests.portal_factories import make_member

ACCOUNT = "/ko/portal/my-account/"


def agree(user, *purposes):
    return record(current_texts(purposes or Purposes.ACCOUNT), user=user, language_code="ko")


def test_every_purpose_has_a_text_in_both_languages(db):
    texts = current_texts(list(ConsentPurpose))
    assert [text.purpose for text in texts] == list(ConsentPurpose)
    assert all(len(text.text_ko) > 300 and len(text.text_zh) > 200 for text in texts)


def test_making_texts_again_changes_nothing(db):
    ConsentText.objects.filter(purpose="terms").update(text_ko="고친 글")
    make_texts()
    assert ConsentText.objects.count() == 3
    assert ConsentText.objects.get(purpose="terms").text_ko == "고친 글"


def test_newest_version_is_the_one_in_force(db):
    newer = ConsentText.objects.create(purpose="terms", version=2, text_ko="새", text_zh="新")
    assert current_texts(["terms"]) == [newer]


def test_an_answer_keeps_version_language_and_time(db):
    user = make_user()
    (consent,) = record(current_texts(["privacy"]), user=user, language_code="zh-hans")
    assert (consent.text.version, consent.language_code) == (1, "zh-hans")
    assert consent.given_at
    assert given(user, Purposes.ACCOUNT) == {
        "terms": None,
        "privacy": consent,
        "cross_border": None,
    }


def test_an_answer_belongs_to_one_person(db):
    with pytest.raises(IntegrityError):
        record(current_texts(["privacy"]), language_code="ko")


def test_a_used_text_cannot_be_changed(db):
    text = current_texts(["terms"])[0]
    text.full_clean()
    agree(make_user())
    with pytest.raises(ValidationError) as refusal:
        text.full_clean()
    assert refusal.value.error_dict["__all__"][0].code == "used"


def test_a_withdrawn_consent_stays_on_record_and_closes_the_portal(client, db):
    user = make_member(make_vendor(), role="owner")
    agree(user)
    client.force_login(user)
    assert client.get("/ko/portal/").status_code == 200
    client.post(reverse("portal_account_withdraw", args=["cross_border"]))
    assert Consent.objects.get(text__purpose="cross_border").withdrawn_at
    assert client.get("/ko/portal/").url == ACCOUNT
    page = client.get(ACCOUNT)
    assert list(page.context["consent_form"].fields) == ["consent-cross_border-1"]
    client.post(reverse("portal_account_consent"), {"consent-cross_border-1": "on"})
    assert client.get("/ko/portal/").status_code == 200
    assert Consent.objects.filter(user=user, text__purpose="cross_border").count() == 2
    assert user.membership.vendor.live


def test_without_a_consent_no_company_is_founded_or_joined(client, db):
    user = make_user(email="alone@example.org")
    agree(user)
    client.force_login(user)
    client.post(reverse("portal_account_withdraw", args=["privacy"]))
    offer = invite(
        make_vendor(), email=user.email, role="editor", language_code="ko", by=make_user()
    )
    names = {"name_ko": "새 회사", "country_code": "KR"}
    for address, data in (
        (reverse("portal_company_new"), names),
        (reverse("portal_company_accept", args=[offer.pk]), {}),
        (reverse("portal_company_join", args=[offer.secret]), {}),
    ):
        assert client.post(address, data).url == ACCOUNT
    assert not Membership.objects.filter(user=user).exists()
    client.post(reverse("portal_account_consent"), {"consent-privacy-1": "on"})
    assert client.post(reverse("portal_company_accept", args=[offer.pk])).url == "/ko/portal/"


def test_a_missing_box_gives_no_consent(client, db):
    user = make_member(make_vendor())
    agree(user)
    withdraw(user, purpose="terms")
    client.force_login(user)
    response = client.post(reverse("portal_account_consent"), {})
    assert response.status_code == 422
    assert given(user, ["terms"]) == {"terms": None}


def test_one_ends_ones_own_consents_alone(client, db):
    user, other = make_user(), make_user()
    agree(user)
    agree(other)
    client.force_login(user)
    client.post(reverse("portal_account_withdraw", args=["terms"]))
    assert Consent.objects.filter(withdrawn_at__isnull=False).get().user == user
    assert client.post(reverse("portal_account_withdraw", args=["other"])).status_code == 404
    assert client.get(reverse("portal_account_withdraw", args=["terms"])).status_code == 405


def test_language_of_the_account_is_chosen(client, db):
    user = make_user()
    client.force_login(user)
    response = client.post(reverse("portal_account_language"), {"language": "zh-hans"})
    assert response.url == "/zh-hans/portal/my-account/"
    assert user.wagtail_userprofile.preferred_language == "zh-hans"
    response = client.post(reverse("portal_account_language"), {"language": "en"})
    assert response.status_code == 422


def new_text(client, **data):
    return client.post(reverse("consent_texts:add"), data)


def test_reviewers_write_new_versions_and_leave_used_ones(client, db):
    client.force_login(make_user(groups=[REVIEWERS]))
    new_text(client, purpose="terms", text_ko="둘째", text_zh="第二", version="9")
    newest = current_texts(["terms"])[0]
    assert (newest.version, newest.text_ko) == (2, "둘째")
    edit = reverse("consent_texts:edit", args=[newest.pk])
    assert f'href="{edit}"' in client.get(reverse("consent_texts:index")).content.decode()
    client.post(edit, {"purpose": "terms", "text_ko": "고침", "text_zh": "第二"})
    newest.refresh_from_db()
    assert newest.text_ko == "고침"
    agree(make_user())
    response = client.post(edit, {"purpose": "terms", "text_ko": "또 고침", "text_zh": "第二"})
    assert response.status_code == 200
    newest.refresh_from_db()
    assert newest.text_ko == "고침"
