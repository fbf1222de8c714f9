"""The centre's own line illustrations, standing in where a product has no photograph.

One drawing per family (illustrations/*.svg), tinted by field and country, rendered to a
whole picture and a detail. Colours in the drawings are placeholders; PALETTE gives them
their meaning.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

import resvg_py
from django.core.files.base import ContentFile

from center_site.models import CenterImage

DRAWINGS = Path(__file__).resolve().parent / "illustrations"
INK, HUE, WASH, COUNTRY, PAPER, HAIRLINE = (
    "#111111",
    "#222222",
    "#333333",
    "#444444",
    "#555555",
    "#666666",
)
FIELD_COLOURS = {
    "ai": {HUE: "#4b4fd6", WASH: "#dfe0f7"},
    "robot": {HUE: "#0f8a7e", WASH: "#d3ebe7"},
    "fsd": {HUE: "#d58a0b", WASH: "#f7e7c8"},
}
COUNTRY_COLOURS = {"KR": {COUNTRY: "#dbe5ee"}, "CN": {COUNTRY: "#f1e0d6"}}
SHARED_COLOURS = {INK: "#171a20", PAPER: "#f3f1eb", HAIRLINE: "#a7abb3"}
WIDTH, HEIGHT = 1600, 1200
# What follows the paper, the first rectangle of every drawing.
DRAWING_BODY = re.compile(r"<rect[^>]*/>(.*)</svg>", re.S)
HOME_SCENE = (
    ("ai_chip", "ai", "KR", 20, 40, 760),
    ("robotaxi", "fsd", "CN", 60, 600, 800),
    ("humanoid_robot", "robot", "KR", 520, 60, 1360),
)
CENTRE = "Korea–China AI Center"
# Both languages of each picture's alternative text: data, stored with the picture.
ALTS = {
    "whole": ("일러스트: {}", "插画：{}"),
    "detail": ("일러스트: {} 세부", "插画：{}局部"),
    "centre": (
        "일러스트: AI 반도체, 로보택시, 휴머노이드 로봇",
        "插画：AI芯片、自动驾驶出租车与人形机器人",
    ),
}
NUMBERS = r"(-?[\d.]+)\s+(-?[\d.]+)\s+([\d.]+)\s+([\d.]+)"


def illustrate(*, family, field, country):
    """[whole picture, detail] of a family's drawing in these tints, drawn on first use.

    A drawing changed since is drawn anew in place, so pages that show it follow. Empty for
    a family without a drawing.
    """
    # editors may add families and fields for which nobody has drawn or chosen a colour yet
    if field.key not in FIELD_COLOURS or not (DRAWINGS / f"{family.key}.svg").exists():
        return []
    return [_stored(family, field, country, view) for view in ("whole", "detail")]


def _stored(family, field, country, view):
    svg = tinted(family.key, field.key, country)
    image = _drawn_before(f"{family.key}-{field.key}-{country.lower()}-{view}", svg)
    if image.pk is None or not image.file:
        _describe(image, family, view)
        _set_focus(image, svg, view)
        _draw(image, svg, view)
    return image


def illustrate_centre():
    """The picture of the centre itself: one drawing of each field on one ground."""
    svg = composed(HOME_SCENE)
    image = _drawn_before("centre-whole", svg)
    if image.pk is None or not image.file:
        image.title = image.credit = CENTRE
        image.is_illustration = True
        image.alt_ko, image.alt_zh = ALTS["centre"]
        _draw(image, svg, "whole")
    return image


def _drawn_before(stem, svg):
    """The stored picture of this drawing; one without a file if it must be drawn (anew)."""
    key = f"illustration-{stem}@{hashlib.sha256(svg.encode()).hexdigest()[:12]}"
    image = CenterImage.objects.filter(source_key__startswith=f"illustration-{stem}@").first()
    if image and image.source_key == key:
        return image
    image = image or CenterImage()
    image.source_key, image.file = key, None
    return image


def _draw(image, svg, view):
    if image.pk:
        image.renditions.all().delete()
    name = f"{image.source_key.partition('@')[0]}.png"
    image.file = ContentFile(render(svg, view), name=name)
    image.width, image.height = WIDTH, HEIGHT
    image.file_size = image.file.size
    image.save()


def composed(scene):
    """An SVG of several drawings on one ground: [(family, field, country, x, y, width)]."""
    parts = [
        f'<svg x="{x}" y="{y}" width="{width}" height="{width * 3 // 4}" viewBox="0 0 1600 1200">'
        + DRAWING_BODY.search(tinted(family, field, country))[1]
        + "</svg>"
        for family, field, country, x, y, width in scene
    ]
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{SHARED_COLOURS[PAPER]}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"{ground}{''.join(parts)}</svg>"
    )


def _describe(image, family, view):
    image.is_illustration = True
    image.title = f"{family.name_en or family.key} ({view})"
    image.credit = CENTRE
    korean, chinese = ALTS[view]
    image.alt_ko = korean.format(family.name_ko)
    image.alt_zh = chinese.format(family.name_zh)


def _set_focus(image, svg, view):
    """The focal point that the drawing names, in pixels; a detail is its own focus."""
    x, y, width, height = _numbers(svg, "data-focus") if view == "whole" else (0, 0, WIDTH, HEIGHT)
    image.focal_point_x, image.focal_point_y = round(x + width / 2), round(y + height / 2)
    image.focal_point_width, image.focal_point_height = round(width), round(height)


@cache
def tinted(family, field, country):
    """The SVG text of a family's drawing in the colours of a field and a country."""
    svg = (DRAWINGS / f"{family}.svg").read_text("utf-8")
    colours = {**SHARED_COLOURS, **FIELD_COLOURS[field], **COUNTRY_COLOURS[country]}
    return re.sub("|".join(colours), lambda found: colours[found[0]], svg)


def render(svg, view):
    """PNG bytes of the whole drawing or of its detail, 1600 x 1200."""
    if view == "detail":
        x, y, width, height = _numbers(svg, "data-detail")
        svg = re.sub(
            r'viewBox="[^"]*"', f'viewBox="{x:g} {y:g} {width:g} {height:g}"', svg, count=1
        )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH, height=HEIGHT))


def _numbers(svg, attribute):
    return tuple(float(number) for number in re.search(f'{attribute}="{NUMBERS}"', svg).groups())
