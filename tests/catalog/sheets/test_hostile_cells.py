"""Cells as long as a file may hold, made to keep their reader busy."""

import csv
import time

import pytest

from catalog.importing.sheets.reading import SheetReading
from tests.factories import make_vendor

pytestmark = pytest.mark.django_db
HEADERS = [
    "제품군",
    "제품명(국문)",
    "영문명",
    "상세설명(국문)",
    "판매가",
    "출시일",
    "인증",
    "산업",
    "높이",
    "배터리",
    "납기",
]
LONG = 9900
CELLS = ("1", "가", "一", "(", "1,", "1~", "1억2천만", "KC/", "a-", "二〇", "１，", "1m × ", " ")


@pytest.mark.parametrize("part", CELLS)
def test_no_cell_takes_long_to_read(taxonomy, tmp_path, part):
    path = tmp_path / "hostile.csv"
    cell = part * (LONG // len(part))
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADERS)
        rows.writerow(["휴머노이드 로봇", "가나다", "Sample", "설명", "1000", *[""] * 6])
        for at in range(len(HEADERS)):
            rows.writerow(cell if at == place else "가" for place in range(len(HEADERS)))
    begun = time.monotonic()
    reading = SheetReading(path, vendor_slug=make_vendor().slug)
    assert len(list(reading.results())) >= len(HEADERS)
    assert time.monotonic() - begun < 5
