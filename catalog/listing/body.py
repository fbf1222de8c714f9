"""The longer text: paragraphs of plain text in the form, blocks of rich text on the page."""

import html
import re

from wagtail.blocks import StreamValue

BREAK = re.compile(r"<br\s*/?>|</li>", re.I)
END = re.compile(r"</(?:p|h[1-6]|ul|ol|blockquote)>", re.I)
TAG = re.compile(r"<[^>]*>")
EMPTY_LINES = re.compile(r"\n{3,}")


def tidy_text(text):
    """Lines without trailing spaces, and never two empty ones in a row."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", lines).strip()


def as_rich(text):
    """Paragraphs as the rich text that stands for them; markup in them is text."""
    paragraphs = filter(None, tidy_text(text).split("\n\n"))
    return "".join(f"<p>{html.escape(part).replace(chr(10), '<br/>')}</p>" for part in paragraphs)


def as_plain(source):
    """The paragraphs of a rich text."""
    text = END.sub("\n\n", BREAK.sub("\n", source or "").replace("</li>", "\n"))
    return tidy_text(html.unescape(TAG.sub("", text)))


def read_body(page, suffix):
    """One language's paragraphs of all text blocks of the page."""
    parts = [as_plain(_source(block, suffix)) for block in page.body if block.block_type == "text"]
    return "\n\n".join(filter(None, parts))


def _source(block, suffix):
    value = block.value.get(f"text_{suffix}")
    return getattr(value, "source", value) or ""


def write_body(page, korean, chinese):
    """Let the page's text blocks say this; blocks of other kinds stay in their places.

    Where the words are the same, nothing is touched: editors may have set them well.
    """
    korean, chinese = tidy_text(korean), tidy_text(chinese)
    if (read_body(page, "ko"), read_body(page, "zh")) == (korean, chinese):
        return
    blocks = list(page.body.raw_data)
    places = [place for place, block in enumerate(blocks) if block["type"] == "text"]
    kept = [block for block in blocks if block["type"] != "text"]
    if korean or chinese:
        value = {"text_ko": as_rich(korean), "text_zh": as_rich(chinese)}
        kept.insert(places[0] if places else len(kept), {"type": "text", "value": value})
    page.body = StreamValue(page.body.stream_block, kept, is_lazy=True)
