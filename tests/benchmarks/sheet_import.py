"""Rows a second of a dry run, and the most memory it takes, at several sizes of file.

python -m tests.benchmarks.sheet_import --rows 1000 20000 1000000
python -m tests.benchmarks.sheet_import --rows 1000 10000 --kind xlsx
"""

import argparse
import csv
import resource
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.scratch import HOUSE, SCRATCH, environment, prepare

PRODUCTS = 67
COMPANY = "시험로봇"
HEADER = (
    "번호 업체명 사업자등록번호 국가 전략분야 제품군 제품명(국문) 제품명(중문) "
    "영문명 한_줄_소개(국문) "
    "한_줄_소개(중문) 상세설명 주요_사양 판매가(VAT포함) 출시일 인증 홈페이지 비고"
)


def lines(rows, vendor):
    """A header and so many rows, no two of one product."""
    yield [title.replace("_", " ") for title in HEADER.split()]
    for number in range(1, rows + 1):
        yield [
            *(number, vendor, "124-81-00998", "한국", "로봇", "협동로봇"),
            *(f"로봇 {number}", f"机器人 {number}", f"RB-{number}"),
            *("쉽게 배우는 협동로봇", "容易上手的协作机器人", "조립과 검사에 씁니다."),
            f"가반하중 {number % 40 + 1}kg / 작업반경 {900 + number % 700}mm / 6축",
            *(f"{2000 + number % 900}만원", f"2024년 {number % 12 + 1}월", "KC, CE"),
            *("https://example.com", ""),
        ]


def write(rows, kind, vendor):
    path = SCRATCH / f"sheet-{rows}.{kind}"
    if path.exists():
        return path
    if kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines(rows, vendor))
        return path
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("목록")
    for line in lines(rows, vendor):
        sheet.append(line)
    book.save(path)
    return path


def measure(path):
    """One process: the reading alone, with the memory that it took at most."""
    import django  # noqa: PLC0415

    django.setup()
    from catalog.importing.sheets.reading import SheetReading  # noqa: PLC0415
    from catalog.models import Vendor  # noqa: PLC0415

    Vendor.objects.get_or_create(
        slug="sheet-benchmark", defaults={"name_ko": COMPANY, "country_code": "KR"}
    )

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    reading = SheetReading(path)
    for _result in reading.results():
        pass
    seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(reading.counts["accept"], seconds, before // 1024, most // 1024)


def run(rows, kind):
    path = write(rows, kind, COMPANY)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.sheet_import", "--measure", str(path)],
        cwd=HOUSE,
        env=environment(PRODUCTS, "test"),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    accepted, seconds, before, most = done.stdout.split()
    speed = rows / float(seconds)
    print(
        f"{rows:>9}  {accepted:>9}  {float(seconds):>8.1f}  {speed:>8.0f}  {before:>6}  {most:>6}"
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 20_000])
    parser.add_argument("--kind", choices=["csv", "xlsx"], default="csv")
    parser.add_argument("--measure", type=Path)
    asked = parser.parse_args()
    if asked.measure:
        measure(asked.measure)
        return
    prepare(PRODUCTS, 1)
    print("     rows   accepted   seconds    rows/s  MB at start  MB at most")
    for rows in asked.rows:
        run(rows, asked.kind)


if __name__ == "__main__":
    main()
