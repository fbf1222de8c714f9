"""Files of every kind: encodings, delimiters, layouts, and those that are refused."""

import tracemalloc

import openpyxl
import pytest

from catalog.importing.sheets.reading import SheetReading
from tests.factories import make_vendor

from .lists import CHINESE, KOREAN

# Korean code pages have no simplified characters.
ONLY_KOREAN = [[cell for at, cell in enumerate(row) if at != 2] for row in KOREAN]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("rows", [KOREAN, CHINESE])
def test_encodings(read, write_csv, rows, encoding):
    report = read(write_csv(rows, encoding=encoding))
    assert report["summary"] == {"accept": 2, "reject": 0}
    assert report["rows"][0]["name"] == {"ko": "한빛 1호", "zh": "韩光一号", "en": "HB-1"}


def test_korean_code_page(read, write_csv):
    report = read(write_csv(ONLY_KOREAN, encoding="cp949"))
    assert report["encoding"] == "cp949"
    assert report["rows"][0]["name"]["ko"] == "한빛 1호"


def test_chinese_code_page_without_korean(read, write_csv):
    rows = [[cell for at, cell in enumerate(row) if at != 2] for row in CHINESE]
    report = read(write_csv(rows, encoding="gbk"))
    assert report["encoding"] == "gb18030"
    assert report["rows"][0]["name"]["zh"] == "韩光一号"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_delimiters(read, write_csv, delimiter, ending):
    report = read(write_csv(KOREAN, delimiter=delimiter, ending=ending))
    assert report["delimiter"] == delimiter
    assert report["summary"]["accept"] == 2


def test_columns_in_any_order(read, write_csv):
    report = read(write_csv([row[::-1] for row in KOREAN]))
    assert report["rows"][0]["price"]["amount"] == 28_500_000
    assert report["rows"][1]["release"] == {
        "year": 2025,
        "month": None,
        "day": None,
        "precision": "half",
        "raw": "2025년 상반기",
    }


def test_titles_sections_totals_notes_and_examples_are_no_products(read, write_xlsx):
    width = len(KOREAN[0])
    rows = [
        ["2026년 입점 제품 목록"],
        ["담당: 사업지원팀"],
        [None] * width,
        KOREAN[0],
        ["예시", "홍길동봇", None, "HONG-1", "협동로봇"],
        ["■ 로봇 분야"],
        *KOREAN[1:],
        ["\u3000", " ", "\xa0"],
        ["합계", None, None, None, None, None, "2개"],
        ["※ 가격은 바뀔 수 있습니다."],
    ]
    report = read(write_xlsx(rows))
    assert report["header_row"] == 4
    assert [row.get("reason", row["action"]) for row in report["rows"]] == [
        "title_row",
        "title_row",
        "blank_row",
        "example_row",
        "section_row",
        "accept",
        "accept",
        "blank_row",
        "total_row",
        "note_row",
    ]


def test_merged_cells_count_for_the_rows_they_cover(read, write_xlsx):
    rows = [KOREAN[0], KOREAN[1], [None, *KOREAN[2][1:]]]
    report = read(write_xlsx(rows, merges=["A2:A3"]))
    assert report["summary"]["accept"] == 2
    assert "vendor_from_merged_cell" in report["rows"][1]["warnings"]
    assert read(write_xlsx(rows))["rows"][1]["reason"] == "missing_required"


def test_header_of_two_rows(read, write_xlsx):
    rows = [
        ["업체명", "제품명", None, None, "제품군", "판매가"],
        [None, "국문", "중문", "영문", None, "(VAT 포함)"],
        ["한빛로봇", "한빛 1호", "韩光一号", "HB-1", "협동로봇", "2,850만원"],
    ]
    report = read(write_xlsx(rows, merges=["A1:A2", "B1:D1", "E1:E2"]))
    assert report["rows"][0]["name"] == {"ko": "한빛 1호", "zh": "韩光一号", "en": "HB-1"}
    assert report["rows"][0]["price"]["vat"] == "included"


def test_one_column_per_spec(read, write_csv):
    rows = [
        [
            "公司",
            "产品名称",
            "型号",
            "类别",
            "负载(kg)",
            "臂展（mm）",
            "重复定位精度(mm)",
            "尺寸(mm)",
        ],
        ["韩光机器人", "韩光一号", "HB-1", "协作", "5", "约926.5", "±0.02", "450×200×1320"],
    ]
    [row] = read(write_csv(rows))["rows"]
    assert {spec["key"]: spec["value"] for spec in row["specs"]} == {
        "payload": 5,
        "reach": 926.5,
        "repeatability": 0.02,
        "length": 450,
        "width": 200,
        "height": 1320,
    }
    assert "approximate:reach" in row["warnings"]


def test_the_sheet_that_holds_the_table_is_read(read, write_xlsx):
    sheets = {
        "작성요령": [["노란 칸은 꼭 적어 주세요."], ["문의: 사업지원팀"]],
        "작성예시": [KOREAN[0], KOREAN[1]],
        "제품": KOREAN,
        "코드": [["협동로봇"], ["라이다"]],
    }
    assert read(write_xlsx(sheets))["sheet"] == "제품"


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (0, "없는 회사", "unknown_vendor"),
        (4, "드론", "unknown_family"),
        (1, "=cmd|' /C calc'!A0", "formula_injection"),
        (1, "@SUM(1+1)*cmd|' /C calc'!A0", "formula_injection"),
        (5, "가" * 10_001, "cell_too_long"),
    ],
)
def test_rejected_rows(read, write_csv, column, value, reason):
    wrong = [*KOREAN[1]]
    wrong[column] = value
    report = read(write_csv([KOREAN[0], wrong, KOREAN[2]]))
    assert [row.get("reason") for row in report["rows"]] == [reason, None]


def test_formula_in_a_workbook(read, write_xlsx):
    row = [*KOREAN[1]]
    row[1] = '=HYPERLINK("http://example.org","한빛 1호")'
    report = read(write_xlsx([KOREAN[0], row]))
    assert report["rows"][0]["reason"] == "formula_injection"


@pytest.mark.parametrize(
    ("number", "reason"),
    [("124-81-00998", None), ("124-81-00999", "invalid_business_number"), ("-", None)],
)
def test_registration_numbers(read, write_csv, number, reason):
    rows = [[*KOREAN[0], "사업자등록번호"], [*KOREAN[1], number]]
    assert read(write_csv(rows))["rows"][0].get("reason") == reason


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (6, "2,850만원", "duplicate_row"),
        (6, "", "duplicate_row"),
        (6, "3,000만원", "duplicate_conflict"),
        (7, "2024", "duplicate_row"),
        (7, "2023", "duplicate_conflict"),
        (5, "가반하중 6kg", "duplicate_conflict"),
        (1, "한빛１호", "duplicate_row"),
    ],
)
def test_same_product_twice(read, write_csv, column, value, reason):
    again = [*KOREAN[1]]
    again[column] = value
    report = read(write_csv([*KOREAN, again]))
    assert (report["rows"][2]["reason"], report["rows"][2]["duplicate_of"]) == (reason, 2)


def test_rows_of_another_company_are_refused_where_one_is_named(read, write_csv, known):
    make_vendor(slug="other", name_ko="다른회사")
    rows = [*KOREAN, ["다른회사", *KOREAN[1][1:]]]
    report = read(write_csv(rows), vendor_slug="hanbit")
    assert [row.get("also") for row in report["rows"]] == [None, None, ["foreign_vendor"]]


def test_named_company_stands_in_where_no_column_names_one(read, write_csv):
    rows = [row[1:] for row in KOREAN]
    assert read(write_csv(rows), vendor_slug="hanbit")["summary"] == {"accept": 2, "reject": 0}
    assert read(write_csv(rows))["rows"][0]["reason"] == "missing_required"


@pytest.mark.slow
def test_memory_does_not_grow_with_the_file(known, tmp_path):
    def most(count):
        path = tmp_path / f"{count}.csv"
        with path.open("w", encoding="utf-8") as file:
            file.write(",".join(KOREAN[0]) + "\n")
            for number in range(count):
                file.write(f"한빛로봇,한빛 {number}호,,HB-{number},협동로봇,가반하중 5kg,문의,\n")
        tracemalloc.start()
        for _result in SheetReading(path, known=known).results():
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    most(5000)  # fills the caches, which have a size of their own
    assert most(20_000) < most(5000) + 4_000_000


def test_image_addresses_are_not_fetched(read, write_csv, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", lambda *args: pytest.fail("a connection"))
    rows = [[*KOREAN[0], "이미지 URL"], [*KOREAN[1], "http://192.0.2.1/picture.png"]]
    assert read(write_csv(rows))["summary"]["accept"] == 1


def test_written_workbook_is_read_back(read, tmp_path):
    """Every type of cell comes back as what it shows."""
    book = openpyxl.Workbook()
    book.active.append(KOREAN[0])
    book.active.append(["한빛로봇", 1013, None, 1013.0, "협동로봇", None, 28_500_000, 2024])
    book.save(tmp_path / "types.xlsx")
    [row] = read(tmp_path / "types.xlsx")["rows"]
    assert row["name"] == {"ko": "1013", "zh": None, "en": "1013"}
    assert (row["price"]["amount"], row["release"]["year"]) == (28_500_000, 2024)
