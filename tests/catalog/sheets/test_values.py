"""Cells as companies write them: prices, dates, marks, categories, names."""

import datetime
from decimal import Decimal

import pytest

from catalog.importing.sheets.certificates import read_certifications
from catalog.importing.sheets.dates import read_release
from catalog.importing.sheets.numerals import read_number
from catalog.importing.sheets.prices import PriceColumn, read_price, read_price_header
from catalog.importing.sheets.terms import SheetTerms
from catalog.importing.sheets.text import is_blank, written

pytestmark = pytest.mark.usefixtures("taxonomy")

KRW, CNY = PriceColumn(language="ko"), PriceColumn(language="zh")
PRICES = [
    (KRW, "4억 5천만원", 450_000_000, None, "KRW"),
    (KRW, "28.5백만원", 28_500_000, None, "KRW"),
    (KRW, "３,５００만 원", 35_000_000, None, "KRW"),
    (KRW, "삼천오백만원", 35_000_000, None, "KRW"),
    (KRW, "3~5천만원", 30_000_000, 50_000_000, "KRW"),
    (KRW, "₩28,500,000", 28_500_000, None, "KRW"),
    (KRW, "US$16,000", 16_000, None, "USD"),
    (KRW, "16,000달러", 16_000, None, "USD"),
    (KRW, "API 100만 토큰당 $0.5", Decimal("0.5"), None, "USD"),
    (KRW, "5대 기준 3,500만 ~ 4,200만원", 35_000_000, 42_000_000, "KRW"),
    (KRW, 9_900_000, 9_900_000, None, "KRW"),
    (CNY, "3.99万元", 39_900, None, "CNY"),
    (CNY, "65 万", 650_000, None, "CNY"),
    (CNY, "9.9万-16.9万元", 99_000, 169_000, "CNY"),
    (CNY, "9.9-16.9万", 99_000, 169_000, "CNY"),
    (CNY, "叁万玖仟玖佰元整", 39_900, None, "CNY"),
    (CNY, "三万九千九百元", 39_900, None, "CNY"),
    (CNY, "￥99,000元", 99_000, None, "CNY"),
    (CNY, "12,800元/套", 12_800, None, "CNY"),
]


@pytest.mark.parametrize(("column", "text", "amount", "maximum", "currency"), PRICES)
def test_prices(column, text, amount, maximum, currency):
    price = read_price(text, column)
    assert (price.amount, price.maximum, price.currency) == (amount, maximum, currency)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("42,000,000원 (VAT 별도)", "vat", "excluded"),
        ("4,500만원(부가세 포함)", "vat", "included"),
        ("12,800 元（不含税）", "vat", "excluded"),
        ("99,000（含13%增值税）", "vat", "included"),
        ("９９９７元起", "basis", "from_price"),
        ("3,000만원부터", "basis", "from_price"),
        ("월 99,000원", "period", "per_month"),
        ("99元/月", "period", "per_month"),
        ("$1,299/month", "period", "per_month"),
        ("연 120만원", "period", "per_year"),
        ("약 5천만원", "warnings", ("approximate:price",)),
    ],
)
def test_what_else_a_price_says(text, name, value):
    assert getattr(read_price(text, KRW), name) == value


ON_REQUEST = "面议 询价 电议 价格面议 待定 — - – POA TBD 문의 별도문의 견적문의 협의 가격문의"


@pytest.mark.parametrize("text", ON_REQUEST.split())
def test_price_on_request(text):
    price = read_price(text, KRW)
    assert (price.amount, price.is_on_request) == (None, True)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("售价(万元)", ("CNY", None, 10_000)),
        ("가격(천원, VAT별도)", ("KRW", "excluded", 1000)),
        ("零售价（人民币，含税）", ("CNY", "included", 1)),
        ("Price (USD)", ("USD", None, 1)),
        ("판매가\n(VAT포함)", ("", "included", 1)),
    ],
)
def test_price_headers(header, expected):
    column = read_price_header(header)
    assert (column.currency, column.vat, column.multiplier) == expected


def test_thousands_of_the_header_count_for_bare_figures_only():
    column = read_price_header("단가(천원)")
    assert read_price(28_500, column).amount == 28_500_000
    assert read_price("28,500", column).amount == 28_500_000
    assert read_price("28,500,000원", column).amount == 28_500_000


DATES = [
    ("2024년 5월", "2024-05"),
    ("2024.5", "2024-05"),
    ("24년 5월", "2024-05"),
    ("'24.5", "2024-05"),
    ("20240513", "2024-05-13"),
    ("二〇二四年八月", "2024-08"),
    ("二〇二四年十二月一日", "2024-12-01"),
    ("2024年上半年", "2024-H1"),
    ("2025년 하반기", "2025-H2"),
    ("2024H1", "2024-H1"),
    ("May 13, 2024", "2024-05-13"),
    ("13 May 2024", "2024-05-13"),
    ("2023. 10.", "2023-10"),
    ("2025-7", "2025-07"),
    (2024, "2024"),
    (45425, "2024-05-13"),
    (datetime.datetime(2025, 9, 19), "2025-09-19"),
    ("출시 예정(2026.03)", "2026-03"),
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_release_dates(value, expected):
    assert read_release(value).form_value == expected


@pytest.mark.parametrize("value", ["미정", "待定", "곧", "2024-13-45x", ""])
def test_no_release_date(value):
    found = read_release(value)
    assert found is None or found.precision == "year"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("CR、CE、FCC", ["CR", "CE", "FCC"]),
        ("CE/KC", ["CE", "KC"]),
        ("CE FCC RoHS", ["CE", "FCC", "RoHS"]),
        ("3C认证", ["CCC"]),
        ("식약처 3등급 허가", ["MFDS"]),
        ("ISO 10218-1, ISO/TS 15066", ["ISO_10218", "ISO_TS_15066"]),
        ("CE(진행중), KC", ["KC"]),
        ("KC인증 (R-R-abc-123), CE", ["KC", "CE"]),
        ("NMPA三类医疗器械注册证", ["NMPA"]),
        ("FDA 510(k)", ["FDA"]),
        ("等保三级", ["MLPS"]),
        ("없음", []),
        ("无", []),
    ],
)
def test_certification_marks(text, marks):
    assert read_certifications(text, SheetTerms())[0] == marks


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("초거대 언어모델(LLM)", "language_model"),
        ("AI 가속기(NPU)", "ai_chip"),
        ("车规级芯片", "driving_chip"),
        ("车载激光雷达", "lidar"),
        ("자율주행 SW", "driving_system"),
        ("医学影像AI", "medical_ai"),
        ("리걸테크", "legal_ai"),
        ("机器狗", "quadruped_robot"),
        ("보행보조 웨어러블", "wearable_robot"),
        ("자율주행 배송로봇", "service_robot"),
        ("工业人形机器人", "humanoid_robot"),
        ("无人机", None),
        ("배송 드론", None),
        ("수술로봇", None),
        ("로봇", None),
        ("기타", None),
    ],
)
def test_categories(text, family):
    assert SheetTerms().family(text) == family


def test_every_spec_key_has_a_label():
    terms = SheetTerms()
    assert {key for keys in terms.spec_labels.values() for key in keys} == set(terms.spec_keys)


@pytest.mark.parametrize(
    ("text", "number"),
    [("4억5천만", "450000000"), ("14.8万亿", "14800000000000"), ("二〇二四", "2024"), ("두", None)],
)
def test_number_words(text, number):
    assert read_number(text) == (number and Decimal(number))


def test_names_become_half_width_and_keep_their_brackets():
    assert written(" 宇树Ｇ１\n（Ｐｒｏ） ") == "宇树G1 （Pro）"
    assert written("5㎏을 다루는 -20℃ 로봇") == "5kg을 다루는 -20℃ 로봇"


@pytest.mark.parametrize("text", [None, "", " ", "\u3000", "\xa0", "\u200b", " \n\u3000"])
def test_blank_cells(text):
    assert is_blank(text)
