"""Rich text: what our editor offers stays, everything that could run goes."""

import json

import pytest
from django.apps import apps
from django.db import connection
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText, expand_db_html

from center_site.models import ContentPage
from center_site.rich_text import CleanRichTextBlock, clean_rich_text

# What must not be found in any answer, however it is spelled.
RUNS = ("<script", "javascript:", "onerror", "onclick", "onload", "<svg", "<iframe", "<style")
PAYLOADS = [
    "<p>a</p><script>alert(1)</script>",
    "<p>a<img src=x onerror=alert(1)></p>",
    '<p><a href="javascript:alert(1)">a</a></p>',
    '<p><a href="jAvAsCrIpT&#58;alert(1)">a</a></p>',
    '<p><a href="java\tscript:alert(1)">a</a></p>',
    '<p><a href=" &#1; javascript:alert(1)">a</a></p>',
    '<p><a href="data:text/html,<script>alert(1)</script>">a</a></p>',
    '<p><a href="vbscript:msgbox(1)">a</a></p>',
    '<p onclick="alert(1)">a</p>',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<svg><p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "<math><mtext><table><mglyph><style><!--</style>"
    '<img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<style>body{background:url(//x)}</style><p>a</p>",
    '<p style="background:url(javascript:alert(1))">a</p>',
    '<iframe src="https://example.org"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x"></object><embed src="x.swf" type="application/x-shockwave-flash">',
    '<embed embedtype="media" url="javascript:alert(1)"/>',
    '<embed embedtype="image" id="1\\" onerror=\\"alert(1)" alt="a" format="left"/>',
    '<a linktype="page" id="1" onclick="alert(1)">a</a>',
    '<form action="https://example.org"><input name="p"><button>a</button></form>',
    '<base href="https://example.org"><meta http-equiv="refresh" content="0;url=//x"><link rel=x>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<template><script>alert(1)</script></template>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<p>a<!--><script>alert(1)</script>--></p>",
]
KEPT = [
    "<p>로봇 <b>한 대</b>와 <i>사람</i></p>",
    "<ul><li>가</li><li>나</li></ul><ol><li>다</li></ol><h2>제목</h2><hr>",
    '<p><a href="https://example.org/a?b=1&amp;c=2">a</a></p>',
    '<p><a href="/ko/products/">a</a> <a href="mailto:a@example.org">b</a></p>',
    '<p><a linktype="page" id="3">a</a> <a linktype="document" id="4">b</a></p>',
    '<embed embedtype="image" id="10" alt="A &quot;robot&quot;" format="left"/>',
    "<p>1 &lt; 2 &amp; 3</p>",
    "글자만",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_is_left(payload):
    clean = clean_rich_text(payload)
    assert not [mark for mark in RUNS if mark in _outside_text(clean)]
    assert clean_rich_text(clean) == clean


def _outside_text(clean):
    """Lower case, without what stands escaped as plain text."""
    return clean.lower().replace("&lt;", "").replace("alt=", "")


@pytest.mark.parametrize("source", KEPT)
def test_what_the_editor_offers_stays_as_it_is(source):
    assert clean_rich_text(source) == source


@pytest.mark.django_db
def test_wagtail_still_finds_its_own_marks(home_page):
    linked = clean_rich_text(f'<p><a linktype="page" id="{home_page.pk}">a</a></p>')
    assert f'href="{home_page.url}"' in expand_db_html(linked)


def body_of(source):
    return [{"type": "text", "value": {"text_ko": source, "text_zh": ""}}]


def stored_body(page):
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM center_site_contentpage WHERE page_ptr_id = %s", [page.pk])
        return cursor.fetchone()[0]


@pytest.fixture
def page(home_page):
    return home_page.add_child(instance=ContentPage(title="About", slug="about"))


@pytest.mark.parametrize("payload", PAYLOADS[:4])
def test_every_way_into_the_database_is_clean(page, payload):
    ways = {
        "JSON as it came": json.dumps(body_of(payload)),
        "a value": [("text", {"text_ko": RichText(payload), "text_zh": RichText("")})],
    }
    for body in ways.values():
        page.body = body
        page.save()
        assert not [mark for mark in RUNS if mark in stored_body(page).lower()]
        page.body = body
        revision = page.save_revision()
        assert not [mark for mark in RUNS if mark in revision.content["body"].lower()]


def test_what_was_stored_before_is_shown_clean(page, client):
    body = json.dumps(body_of("<p>안녕</p><script>alert(1)</script>"))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE center_site_contentpage SET body = %s WHERE page_ptr_id = %s", [body, page.pk]
        )
    answer = client.get(page.url)
    assert "<p>안녕</p>" in answer.text
    assert "alert(1)" not in answer.text


def test_no_rich_text_of_ours_passes_by_the_cleaning():
    fields = [
        field
        for app in ("center_site", "catalog", "kiosk")
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
    ]
    assert not [field for field in fields if isinstance(field, RichTextField)]
    streams = [field for field in fields if isinstance(field, StreamField)]
    found = [block for field in streams for block in _blocks(field.stream_block)]
    rich = [block for block in found if isinstance(block, blocks.RichTextBlock)]
    assert rich
    assert all(isinstance(block, CleanRichTextBlock) for block in rich)
    assert not [block for block in found if isinstance(block, blocks.RawHTMLBlock)]


def _blocks(block):
    yield block
    below = getattr(block, "child_blocks", {}).values() or [getattr(block, "child_block", None)]
    for child in below:
        if child is not None:
            yield from _blocks(child)
