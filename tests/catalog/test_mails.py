"""What a mail says: whole in both languages, and no way in for what somebody wrote."""

from pathlib import Path

import pytest
from django.core import mail
from django.template.loader import get_template
from django.utils import translation

from catalog.notifying import by_language, mails, notify_address, subject_of
from center_site.languages import HAN, HANGUL
from tests.factories import make_user, make_vendor

from .notices import CONTEXT, tell

KINDS = sorted(mails.SUBJECTS)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """`with committed():` what is inside is kept, and what waits for that happens."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.mark.parametrize("language", ["ko", "zh-hans"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_a_whole_mail_in_both_languages(db, kind, language):
    notification = tell(kind=kind)
    notification.language_code = language
    message = mails.compose(notification)
    html, kind_of_part = message.alternatives[0]
    assert kind_of_part == "text/html"
    assert f'lang="{"ko" if language == "ko" else "zh-Hans"}"' in html
    names, foreign = (HANGUL, "韩光") if language == "ko" else (HAN, "한빛")
    assert foreign not in message.subject + message.body + html
    if kind not in ("review_reminder", "sheet_read"):
        assert names.search(message.subject + message.body)
    assert f"http://localhost:8000/{language}/portal/" in message.body
    assert f'href="http://localhost:8000/{language}/portal/"' in html
    assert "{{" not in message.body
    assert "{%" not in message.body
    assert "2026-12-31" not in message.body
    assert len(message.subject) <= mails.LONGEST_SUBJECT
    assert "<img" not in html


def test_every_kind_has_its_words_and_every_text_its_subject():
    folder = Path(get_template("catalog/mail/layout.txt").origin.name).parent
    texts = {path.stem for path in folder.glob("*.txt")}
    assert texts - {"layout"} == set(KINDS)


def test_what_somebody_wrote_is_a_quotation_and_never_markup(db):
    message = mails.compose(tell(kind="rejected"))
    assert "> 1\n> \n> 2 <b>3</b>\n" in message.body
    html = message.alternatives[0][0]
    assert "<blockquote>1<br><br>2 &lt;b&gt;3&lt;/b&gt;</blockquote>" in html


@pytest.mark.parametrize(
    "name", ["A\r\nBcc: all@example.org", "A\nSubject: B", "a" * 500, "<script>alert(1)</script>"]
)
def test_a_name_can_neither_add_a_header_nor_an_element(db, committed, name):
    context = {**CONTEXT, "title_ko": name}
    with committed():
        notify_address(
            "approved", event_key="a", email="one@example.org", language_code="ko", context=context
        )
    (message,) = mail.outbox
    assert message.recipients() == ["one@example.org"]
    assert "\n" not in message.subject
    assert "Bcc" not in message.message()
    assert "<script>" not in message.alternatives[0][0]


def test_paths_of_the_cms_have_no_language(db):
    message = mails.compose(tell(path="/cms/"))
    assert "http://localhost:8000/cms/" in message.body


def test_replies_go_where_the_context_says(db):
    answered = {**CONTEXT, "reply_to": "member@example.org"}
    assert mails.compose(tell(kind="inquiry_answered", context=answered)).reply_to == [
        "member@example.org"
    ]
    assert mails.compose(tell(kind="inquiry_answered", key="b")).reply_to == []


def test_the_same_mail_carries_the_same_id(db):
    notification = tell()
    ids = {mails.compose(notification).message()["Message-ID"] for _again in range(2)}
    assert ids == {f"<notification-{notification.pk}@localhost>"}


def test_subjects_are_read_in_the_language_of_the_reader(db):
    notification = tell(make_user())
    with translation.override("zh-hans"):
        assert "搬运侠" in subject_of(notification)


def test_names_by_language_come_from_any_model(db):
    vendor = make_vendor(name_ko="가", name_zh="甲", name_en="A")
    assert by_language("vendor", vendor, "name") == {
        "vendor_ko": "가",
        "vendor_zh": "甲",
        "vendor_en": "A",
    }
