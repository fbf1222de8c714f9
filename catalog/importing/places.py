"""The demo hall: which products stand where, until the centre's own plan replaces it."""

from django.db import transaction

from catalog.models import ExhibitPlace, Hall, ProductPage

from .revisions import keep_state

ZONES = {"ai": "A", "robot": "B", "fsd": "C"}
# Families with something to put on a stand; services and models are shown on screens.
EXHIBITED = (
    "ai_chip",
    "humanoid_robot",
    "mobile_manipulator",
    "quadruped_robot",
    "cobot",
    "service_robot",
    "wearable_robot",
    "robot_hand",
    "shuttle",
    "lidar",
    "driving_chip",
)
COLUMNS = 6


@transaction.atomic
def place_exhibits() -> int:
    """Give each product that can stand in the hall a stand, unless it has one. Returns how many."""
    hall, _ = Hall.objects.get_or_create(
        key="demo_hall",
        defaults={
            "name_ko": "시연 전시장",
            "name_zh": "演示展厅",
            "name_en": "Demo hall",
            "city_ko": "서울",
            "city_zh": "首尔",
            "floor": 1,
        },
    )
    taken = set(ExhibitPlace.objects.filter(hall=hall).values_list("stand", flat=True))
    waiting = (
        ProductPage.objects.live()
        .filter(family__key__in=EXHIBITED, field__key__in=ZONES, exhibit_places=None)
        .select_related("field")
        .order_by("field__sort_order", "family__sort_order", "slug")
    )
    placed = 0
    for product in waiting:
        zone = ZONES[product.field.key]
        number = next(n for n in range(1, 10_000) if f"{zone}-{n:02}" not in taken)
        taken.add(f"{zone}-{number:02}")
        product.exhibit_places = [_place(hall, zone, number)]
        keep_state(product, publish=True, log_action=False)
        placed += 1
    return placed


def _place(hall, zone, number):
    """Stand `number` of a zone: zones side by side, stands in rows of six."""
    row, column = divmod(number - 1, COLUMNS)
    left = "ABC".index(zone) / 3
    return ExhibitPlace(
        hall=hall,
        zone=zone,
        stand=f"{zone}-{number:02}",
        map_x=round(left + (column + 0.5) / COLUMNS / 3, 4),
        map_y=round(min(0.15 + row * 0.15, 0.95), 4),
    )
