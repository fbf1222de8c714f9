"""The rest of an accepted row: words, price, release, specs, marks, terms of sale."""

import datetime
import re
from functools import lru_cache

from .certificates import read_certifications
from .companies import Companies
from .dates import read_release
from .layout import Table
from .prices import PriceColumn, currency_in, read_price, vat_in
from .results import Result
from .sources import Formula
from .specs import SpecReader
from .terms import SheetTerms
from .text import is_blank, paragraphs, plain, written
from .vocabulary import is_placeholder

CURRENCIES = {"KR": "KRW", "CN": "CNY"}
LIMITS = {"tagline": 160, "summary": 1000, "highlights": 2400}
WEB = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$", re.IGNORECASE)
YES = re.compile(r"^(?:y|yes|o|ㅇ|○|是|含|√|✓|v|true|1|포함|included)", re.IGNORECASE)
NO = re.compile(r"^(?:n|no|x|×|否|不含|false|0|별도|미포함|excluded)", re.IGNORECASE)


class FactReader:
    """Reads what a row says beyond who makes it and what it is called."""

    def __init__(self, table: Table, terms: SheetTerms, companies: Companies):
        self.terms = terms
        self.companies = companies
        self.marks = lru_cache(maxsize=4096)(lambda text: read_certifications(text, terms))
        self.specs = SpecReader(terms)
        self.spec_columns = [
            item for item in table.columns if (item.meaning or "").startswith("specs")
        ]
        self.text_columns = [
            item for item in table.columns if (item.meaning or "").split(".")[0] in LIMITS
        ]

    def read(self, row, result: Result, cell, name_of) -> None:
        self._read_words(row, result, name_of)
        self._read_price(row, result, cell, name_of)
        self._read_release(row, result, cell, name_of)
        self._read_specs(row, result, name_of)
        self._read_marks(row, result, cell, name_of)
        self._read_terms(row, result, cell, name_of)
        self._warn_of_missing_words(result)

    def _read_words(self, row, result, name_of):
        for column in self.text_columns:
            value = row.cells[column.index] if column.index < len(row.cells) else None
            if is_blank(value) or isinstance(value, Formula) or is_placeholder(str(value)):
                continue
            name = column.meaning.split(".")[0]
            text = paragraphs(str(value)) if name != "tagline" else written(str(value))
            if name == "tagline" and len(text) > LIMITS[name]:
                warn(result, f"text_too_long:{column.meaning}", name_of(column))
            result.texts.setdefault(column.meaning, text)

    def _read_price(self, row, result, cell, name_of):
        for meaning in ("price", "price.minimum", "price.maximum"):
            value, column = cell(row, meaning)
            if column is None or isinstance(value, Formula):
                continue
            header = self._with_own_columns(row, column.price or PriceColumn(), cell)
            price = read_price(value, header, self._usual_currency(result))
            if price is None:
                continue
            for code in price.warnings:
                warn(result, code, name_of(column))
            if meaning == "price.maximum" and result.price and result.price.amount and price.amount:
                result.price = result.price.up_to(price.amount)
            elif result.price is None or result.price.amount is None:
                result.price = price

    def _with_own_columns(self, row, header, cell):
        """Currency and tax may have columns of their own."""
        currency, _ = cell(row, "price.currency")
        tax, _ = cell(row, "price.vat")
        found = currency_in(plain(str(currency))) if currency is not None else ""
        vat = None
        if tax is not None:
            text = plain(str(tax))
            vat = vat_in(text) or (
                "included" if YES.match(text) else "excluded" if NO.match(text) else None
            )
        return header.with_own(currency=found, vat=vat)

    def _usual_currency(self, result):
        company = self.companies.by_slug.get(result.vendor)
        return CURRENCIES.get(company.country_code, "") if company else ""

    def _read_release(self, row, result, cell, name_of):
        value, column = cell(row, "release")
        if column is None or isinstance(value, Formula):
            return
        if not isinstance(value, datetime.date) and is_placeholder(str(value)):
            return
        result.release = read_release(value)
        if result.release is None:
            warn(result, "unread_release", name_of(column))
        elif result.release.is_rough:
            warn(result, "approximate:release", name_of(column))

    def _read_specs(self, row, result, name_of):
        found = {}
        for column in self.spec_columns:
            value = row.cells[column.index] if column.index < len(row.cells) else None
            if is_blank(value) or isinstance(value, Formula):
                continue
            specs, unread = self._specs_of(column, value, result.family)
            for spec in specs:
                if spec.key.key not in found:
                    found[spec.key.key] = spec
                    for mark in spec.marks:
                        warn(result, f"{mark}:{spec.key.key}", name_of(column))
            for piece in unread:
                warn(result, f"unread_spec:{piece[:60]}", name_of(column))
        result.specs = list(found.values())

    def _specs_of(self, column, value, family):
        if column.keys:
            spec = self.specs.read_column(list(column.keys), value, column.unit, family)
            if spec is None and isinstance(value, str) and re.search(r"\d", value):
                return self.specs.read_cell(f"{column.header}: {value}", family)
            return ([spec] if spec else []), []
        text = str(value)
        if column.meaning == "specs.size":
            text = f"{column.header.replace(chr(10), ' ')} {text}{self._size_unit(column, text)}"
        return self.specs.read_cell(text, family)

    def _size_unit(self, column, text):
        found = re.search(
            r"(mm|cm|毫米|厘米|(?<![a-z])m)(?![a-z])", plain(column.header), re.IGNORECASE
        )
        return (
            found[1] if found and not re.search(r"[a-z米]\s*$", plain(text), re.IGNORECASE) else ""
        )

    def _read_marks(self, row, result, cell, name_of):
        value, column = cell(row, "certifications")
        if column is None or isinstance(value, Formula):
            return
        held, warnings = self.marks(str(value))
        result.certifications = list(held)
        for code in warnings:
            warn(result, code, name_of(column))

    def _read_terms(self, row, result, cell, name_of):
        for name in (
            "website",
            "availability",
            "industries",
            "aliases",
            "hs_code",
            "note",
            "origin",
            "minimum_order_quantity",
        ):
            value, column = cell(row, name)
            if column is None or isinstance(value, Formula) or is_placeholder(str(value)):
                continue
            result.facts[name] = self._term(
                name, written(str(value)) if name != "aliases" else str(value)
            )
            if not result.facts[name]:
                warn(result, f"unread:{name}", name_of(column))

    def _term(self, name, text):
        if name == "website":
            first = re.split(r"[\s,;，；]+", text)[0]
            if not WEB.match(first):
                return None
            return first if "://" in first else f"https://{first}"
        if name == "availability":
            return self.terms.availability(text)
        if name == "industries":
            return self.terms.industries(text)
        if name == "aliases":
            return [part.strip() for part in re.split(r"[,;，；、\n|]+", text) if part.strip()]
        if name == "minimum_order_quantity":
            found = re.search(r"\d+", plain(text))
            return int(found[0]) if found else None
        if name == "hs_code":
            return re.sub(r"\D", "", plain(text)) or None
        return text

    def _warn_of_missing_words(self, result):
        """Both languages are asked for the name and, where one is there, the tagline."""
        for name, words in (
            ("name", result.names),
            (
                "tagline",
                {language: result.texts.get(f"tagline.{language}") for language in ("ko", "zh")},
            ),
        ):
            given = [language for language in ("ko", "zh", "en") if words.get(language)]
            for language in ("ko", "zh"):
                if given and not words.get(language):
                    result.warnings.append(f"missing_translation:{name}.{language}")


def warn(result, code, column):
    if code not in result.warnings:
        result.warnings.append(code)
    result.cells.setdefault(code, column)
