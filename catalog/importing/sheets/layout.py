"""Where a table's header is, and which rows below it are products and which are not."""

import re
from dataclasses import dataclass

from .headers import Column, header_score, is_part_of_header, read_columns
from .sources import Formula, SheetRow
from .text import compact, is_blank, language_of, plain

TOTAL = re.compile(
    r"^(?:합계|총계|소계|누계|계|합산|총합계|총합|총\s*\d+\s*(?:개|종|건)|总计|合计|小计|总共|共计|累计|总数|共\s*\d+\s*(?:款|项|个|台|种|条)|"
    r"(?:sub|grand)?\s*-?total|sum)\s*(?:$|[:：(（\d])",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"^(?:※|＊|\*|☞|주의|주\s*[):：]|주\d|참고|비고\s*[:：]|유의|안내|문의\s*[:：]|작성\s*(?:요령|방법|안내)|이상\s*$|끝\.?$|위\s|상기|"
    r"注|备注|说明\s*[:：]|附注|附[:：]|填表|填写说明|联系(?:人|电话|方式)\s*[:：]|以上|本表|特此|单位\s*[:：]|단위\s*[:：]|"
    r"notes?\b|remarks?\b|n\.b\.|disclaimer|contact\s*[:：])",
    re.IGNORECASE,
)
EXAMPLE = re.compile(
    r"^[(\[【<（]?\s*(?:예시|작성\s*예시?|작성례|보기|샘플|예|示例|样例|范例|举例|填写示例|填写样例|填写范例|例|例如|examples?|samples?|e\.?g\.?)\s*"
    r"\d*\s*(?:$|[)\]】>）:：.]|→|행|行)",
    re.IGNORECASE,
)
EXAMPLE_NOTE = re.compile(
    r"작성\s*예|예시\s*(?:입니다|행|로)|지우지\s*마|삭제하지\s*마|填写示例|填写样例|"
    r"示例行|请勿删除|勿删|仅供参考示例|此行为示例|example (?:row|only)|do not delete|"
    r"sample row",
    re.IGNORECASE,
)
STAND_IN = re.compile(
    r"[○〇◯●△□Ｏ×✕]{2,}|\bO{2,}|(?<![a-z])X{2,}(?![a-z0-9])|홍길동", re.IGNORECASE
)
HEADING = re.compile(
    r"^(?:[■□◆◇●○▶▷▣◎★☆◈▪▸►▲#♦❖✦〓§]|[【\[〔<《〈][^】\]〕>》〉]+[】\]〕>》〉]\s*$|[-=]{2,}|"
    r"[一二三四五六七八九十]+\s*[、.．)）]|第[一二三四五六七八九十\d]+[章节部类]|[ⅠⅡⅢⅣⅤⅥ]+\s*[、.．)）]?|[IVX]+\.\s|"
    r"\(?[0-9가나다라마바]{1,2}[.)]\s*(?=\D)|제?\d+\s*(?:장|부|절)\b)"
)
SECTION_END = re.compile(
    r"(?:분야|부문|부류|제품군|제품|류|계열|시리즈|목록|관|领域|类|类别|类产品|系列|产品|部分|板块|专区|section|category|products|series)\s*(?:\([^)]*\))?$",
    re.IGNORECASE,
)
HINTS = frozenset(
    [
        "필수",
        "선택",
        "필수입력",
        "선택입력",
        "必填",
        "选填",
        "必填项",
        "选填项",
        "required",
        "optional",
        "mandatory",
        "문자",
        "숫자",
        "날짜",
        "텍스트",
        "文本",
        "数字",
        "日期",
        "text",
        "number",
        "date",
        "자유기재",
    ]
)
SENTENCE = 25


@dataclass
class Table:
    """A header and its columns."""

    header_row: int
    last_header_row: int
    headers: list
    columns: list[Column]
    title: str

    def column(self, meaning):
        return next((item for item in self.columns if item.meaning == meaning), None)

    def indexes(self, meaning):
        return [item.index for item in self.columns if item.meaning == meaning]

    @property
    def has_own_names(self):
        """Whether it has a column for Korean or Chinese names."""
        return any(item.meaning in ("name.ko", "name.zh") for item in self.columns)

    @property
    def languages(self):
        return {
            item.meaning.split(".")[1]
            for item in self.columns
            if item.meaning in ("name.ko", "name.zh")
        }


def find_table(rows: list[SheetRow], labels) -> Table | None:
    """The header among the first rows of a file: the row, or two, that name most columns."""
    best, found = 0, None
    for at, row in enumerate(rows):
        for texts, height in _headers_at(rows, at, row):
            score = header_score(texts, labels)
            if score > best:
                best, found = score, (at, texts, height)
    if not found:
        return None
    at, texts, height = found
    title = " ".join(text for row in rows[:at] for text in texts_of(row.cells) if text)
    columns = read_columns(texts, labels, title)
    first = rows[at].number
    return Table(first, first + height - 1, texts, columns, title)


def _headers_at(rows, at, row):
    """A row's texts as a header, and together with the row below where that refines it."""
    texts = texts_of(row.cells)
    yield texts, 1
    if at + 1 == len(rows):
        return
    below = texts_of(rows[at + 1].cells)
    for column in rows[at + 1].merged:
        below[column] = ""
    parts = [text for text in below if text]
    refining = [text for text in parts if is_part_of_header(text)]
    gaps = [text for top, text in zip(texts, below, strict=False) if text and not top]
    if len(parts) >= 2 and (len(refining) * 2 > len(parts) or len(gaps) * 2 >= len(parts)):
        yield _joined(texts, below), 2


def _joined(texts, below):
    """`제품명 | | ` over `국문 | 중문 | 영문`: the upper word counts for the gaps beside it."""
    width = max(len(texts), len(below))
    texts = texts + [""] * (width - len(texts))
    below = below + [""] * (width - len(below))
    joined, group = [], ""
    for top, sub in zip(texts, below, strict=True):
        group = top or (group if sub else "")
        joined.append(f"{group}({sub})" if group and sub else group or sub)
    return joined


def texts_of(cells) -> list[str]:
    """The cells as one-line texts; formulas and blanks as nothing."""
    return [
        "" if is_blank(cell) or isinstance(cell, Formula) else str(cell).strip() for cell in cells
    ]


class RowKinds:
    """Tells the rows below a header apart. None means: a product."""

    def __init__(self, table: Table, terms):
        self.table = table
        self.terms = terms
        self.numbers = {item.index for item in table.columns if item.meaning == "number"}
        self.names = {
            item.index
            for item in table.columns
            if item.meaning in ("name.ko", "name.zh", "name.en", "model")
        }
        self.vendors = set(table.indexes("vendor.name"))
        self.headers = [compact(text) for text in table.headers]

    def kind(self, row: SheetRow) -> str | None:
        cells = row.cells
        filled = [
            (at, cell)
            for at, cell in enumerate(cells)
            if not is_blank(cell) and at not in row.merged
        ]
        if not filled:
            return "blank_row"
        texts = [(at, "" if isinstance(cell, Formula) else plain(str(cell))) for at, cell in filled]
        content = [
            (at, text) for at, text in texts if at not in self.numbers or not _is_number(text)
        ]
        if not content:
            return "blank_row"
        return (
            self._by_first_words(texts, content)
            or self._as_hint(texts)
            or self._as_heading(row, content)
        )

    def _by_first_words(self, texts, content):
        first = content[0][1]
        if TOTAL.match(re.sub(r"(?<=[^a-z])\s+", "", first)) and len(content) <= max(
            3, len(self.table.columns) // 2
        ):
            return "total_row"
        if NOTE.match(first) and len(content) <= 2:
            return "note_row"
        if self._is_example(texts):
            return "example_row"
        return None

    def _is_example(self, texts):
        first_at, first = texts[0]
        if EXAMPLE.match(first) and (first_at in self.numbers or first_at not in self.names):
            return True
        if any(at in self.vendors and STAND_IN.search(text) for at, text in texts):
            return True
        return any(at not in self.names and EXAMPLE_NOTE.search(text) for at, text in texts)

    def _as_hint(self, texts):
        """Rows under the header that say `필수` or repeat it."""
        words = [compact(text) for _, text in texts]
        if len(words) >= 2 and all(word in HINTS for word in words):
            return "note_row"
        same = sum(
            1 for at, text in texts if at < len(self.headers) and compact(text) == self.headers[at]
        )
        return "title_row" if len(texts) >= 3 and same * 2 > len(texts) else None

    def _as_heading(self, row, content):
        if len(content) > 1 and not row.is_across:
            return None
        at, text = content[0]
        if len(content) > 2:
            return None
        if row.is_across or HEADING.match(text):
            return "note_row" if _is_sentence(text) and not HEADING.match(text) else "section_row"
        if at in self.names:
            return None
        if _is_sentence(text):
            return "note_row"
        if at in self.vendors and not self._is_section(text):
            return None
        return "section_row"

    def _is_section(self, text):
        return bool(self.terms.field(text) or self.terms.family(text) or SECTION_END.search(text))


def _is_number(text):
    return bool(re.fullmatch(r"[(\[]?\d{1,6}[)\].]?(?:\.0)?|[①-⑳]", text))


def _is_sentence(text):
    limit = SENTENCE * 2 if language_of(text) == "en" else SENTENCE
    return len(text) > limit or bool(re.search(r"[。.!]\s*$|니다|세요", text))
