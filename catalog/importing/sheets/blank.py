"""An empty sheet to fill in, with headers in the reader's language and an example row."""

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from catalog.models import Family, Vendor
from center_site.languages import Language

from .remarks import saved
from .text import without_brackets

# (Korean header, Chinese header, Korean example, Chinese example)
COLUMNS = (
    ("번호", "序号", "예시", "示例"),
    ("업체명", "企业名称", None, None),
    ("제품군", "产品类别", None, None),
    ("제품명(국문)", "产品名称（韩文）", "가나다 1호", "가나다 1호"),
    ("제품명(중문)", "产品名称（中文）", "示例一号", "示例一号"),
    ("영문명", "英文型号", "Sample One", "Sample One"),
    ("한 줄 소개(국문)", "一句话介绍（韩文）", "사람 곁에서 일하는 로봇", ""),
    ("한 줄 소개(중문)", "一句话介绍（中文）", "", "在人身边工作的机器人"),
    ("상세설명(국문)", "详细说明（韩文）", "", ""),
    ("상세설명(중문)", "详细说明（中文）", "", ""),
    ("판매가(VAT 포함)", "零售价（含税）", "2,850만원", "3.99万元"),
    ("출시일", "上市时间", "2026년 5월", "2026年5月"),
    ("인증", "认证情况", "KC, CE", "CCC、CE"),
    ("홈페이지", "官方网址", "https://example.com", "https://example.com"),
    ("비고", "备注", "작성 예시(지우지 마세요)", "填写示例，请勿删除"),
)
TITLES = {"ko": "제품 목록", "zh": "产品登记表"}


def blank_sheet(language: Language, family: Family | None, vendor: Vendor) -> bytes:
    """A workbook; with a family it has a column for each of the family's specs."""
    columns = [*_common(language, family, vendor), *_specs(language, family)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(TITLES[language.suffix])
    sheet.freeze_panes = "A2"
    header = [WriteOnlyCell(sheet, title) for title, _example in columns]
    for cell in header:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.append(header)
    sheet.append([example for _title, example in columns])
    return saved(book)


def _common(language, family, vendor):
    side = ("ko", "zh").index(language.suffix)
    for row in COLUMNS:
        example = row[2 + side]
        if row[0] == "업체명":
            example = vendor.name.text
        elif row[0] == "제품군":
            example = family.name.text if family else ""
        yield row[side], example


def _specs(language, family):
    """Each spec of the family with its unit; the example row leaves them empty."""
    rows = family.family_specs.select_related("spec_key") if family else ()
    for row in rows:
        key = row.spec_key
        name = getattr(key, f"name_{language.suffix}")
        unit = without_brackets(getattr(key, f"unit_{language.suffix}") or key.unit)
        yield (f"{name} [{unit}]" if unit else name), ""
