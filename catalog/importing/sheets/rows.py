"""One row of cells -> a Result. A row is accepted as a whole or not at all."""

import datetime

from catalog.registration_numbers import is_valid_brn, is_valid_uscc, normalize

from .cells import is_formula, spelled
from .companies import Companies, site_of
from .comparing import compared
from .facts import FactReader
from .layout import RowKinds, Table
from .products import Products, model_form
from .results import ACCEPT, REJECT, SKIP, Result
from .seen import SeenRows
from .sources import LONGEST_CELL, Formula, SheetRow, Source
from .terms import SheetTerms
from .text import is_blank, plain, without_brackets, written
from .vocabulary import is_placeholder

REQUIRED = ("vendor.name", "name.ko", "name.zh", "name.en", "model", "family")
COUNTRIES = {
    "KR": "한국|대한민국|kr|kor|korea|southkorea|republicofkorea|rok|韩国|대한민국(한국)|"
    "한국(kr)|南韩|kr(한국)",
    "CN": "중국|cn|chn|china|中国|prc|중화인민공화국|中华人民共和国|中国大陆|大陆|"
    "mainlandchina|cn(중국)|p.r.china",
}
COUNTRY_WORDS = {word: code for code, words in COUNTRIES.items() for word in words.split("|")}


class RowReader:
    """Judges the rows of one table, one after the other."""

    def __init__(self, source: Source, table: Table, known, *, vendor_slug: str = ""):
        self.source = source
        self.table = table
        self.terms: SheetTerms = known.terms
        self.companies: Companies = known.companies
        self.products: Products = known.products
        self.kinds = RowKinds(table, self.terms)
        self.facts = FactReader(table, self.terms, self.companies)
        self.seen = SeenRows()
        self.vendor_slug = vendor_slug
        self.places = {}
        for column in table.columns:
            if column.meaning:
                self.places.setdefault(column.meaning, []).append(column)

    def read(self, row: SheetRow) -> Result:
        if kind := self.kinds.kind(row):
            return Result(row.number, SKIP, kind)
        result = Result(row.number, ACCEPT)
        refused = [*self._long_cells(row, result), *self._formulas(row, result)]
        self._read_names(row, result)
        refused += self._missing(row, result)
        refused += self._read_vendor(row, result)
        refused += self._read_family(row, result)
        refused += self._check_number(row, result)
        if refused:
            return self._refuse(result, *dict.fromkeys(refused))
        self.facts.read(row, result, self.cell, self.column_name)
        return self._compare(result)

    # cells

    def cell(self, row, meaning):
        """(value, its column) of the first column of this meaning that is filled."""
        for column in self.places.get(meaning, ()):
            value = row.cells[column.index] if column.index < len(row.cells) else None
            if not is_blank(value):
                return value, column
        return None, None

    def text(self, row, meaning):
        """The cell as a text; a formula's text is not one."""
        value, _ = self.cell(row, meaning)
        if isinstance(value, Formula) or value is None:
            return ""
        return spelled(value)

    def column_name(self, column):
        return self.source.column_name(column.index, column.header)

    def _note(self, result, code, meaning):
        columns = self.places.get(meaning)
        if columns:
            result.cells[code] = self.column_name(columns[0])

    # checks

    def _long_cells(self, row, result):
        for at, value in enumerate(row.cells):
            if isinstance(value, str) and len(value) > LONGEST_CELL:
                header = self.table.headers[at] if at < len(self.table.headers) else ""
                result.cells["cell_too_long"] = self.source.column_name(at, header)
                return ["cell_too_long"]
        return []

    def _formulas(self, row, result):
        """Formulas in texts that must be there refuse the row; elsewhere they are dropped."""
        refused = []
        for column in self.table.columns:
            value = row.cells[column.index] if column.index < len(row.cells) else None
            if not column.meaning or not is_formula(value):
                continue
            if column.meaning in REQUIRED:
                refused = ["formula_injection"]
                result.cells.setdefault("formula_injection", self.column_name(column))
            elif isinstance(value, Formula) and isinstance(
                value.value, (int, float, datetime.date)
            ):
                row.cells[column.index] = value.value
            elif column.meaning not in ("number", "ignored"):
                result.warnings.append(f"formula_ignored:{column.maps_to}")
                result.cells[result.warnings[-1]] = self.column_name(column)
                row.cells[column.index] = None
        return refused

    def _read_names(self, row, result):
        for language in ("ko", "zh", "en"):
            text = written(self.text(row, f"name.{language}"))
            result.names[language] = None if not text or is_placeholder(text) else text
        result.model = written(self.text(row, "model"))

    def _missing(self, row, result):
        fields = []
        has_vendor = bool(self.places.get("vendor.name"))
        stated, _ = self.cell(row, "vendor.name")
        if stated is None and (has_vendor or not self.vendor_slug) and not self._assumed():
            fields.append("vendor.name")
        languages = ("ko", "zh") if self.table.has_own_names else ("ko", "zh", "en")
        given = [
            value
            for name in (*languages, "model")
            for value, _ in [self.cell(row, f"name.{name}")]
            if value is not None
        ]
        if not any(result.names[language] for language in languages) and not any(
            isinstance(value, Formula) for value in given
        ):
            fields.append("name")
        result.fields = fields
        for name in fields:
            meanings = (
                ("vendor.name",) if name == "vendor.name" else ("name.ko", "name.zh", "name.en")
            )
            found = next((meaning for meaning in meanings if self.places.get(meaning)), "")
            self._note(result, f"missing_required:{name}", found)
        return ["missing_required"] if fields else []

    def _assumed(self):
        return self.companies.by_slug.get(self.vendor_slug)

    def _read_vendor(self, row, result):
        value, column = self.cell(row, "vendor.name")
        site = site_of(plain(self.text(row, "website")))
        number = normalize(self.text(row, "vendor.registration_no"), "CN")
        match = None
        for item in self.places.get("vendor.name", ()):
            cell = row.cells[item.index] if item.index < len(row.cells) else None
            if not is_blank(cell) and not isinstance(cell, Formula):
                match = match or self.companies.find(spelled(cell), site, number)
        if value is None and self._assumed():
            result.vendor, company = self.vendor_slug, self._assumed()
        elif value is None or isinstance(value, Formula):
            return []
        elif match is None:
            self._note(result, "unknown_vendor", "vendor.name")
            return ["unknown_vendor"]
        else:
            company = match.company
            result.vendor = company.slug
            if self.vendor_slug and company.slug != self.vendor_slug:
                self._note(result, "foreign_vendor", "vendor.name")
                return ["unknown_vendor", "foreign_vendor"]
            self._warn_vendor(row, result, match, column)
        self._warn_country(row, result, company)
        return []

    def _warn_vendor(self, row, result, match, column):
        if match.is_variant:
            result.warnings.append("vendor_name_variant")
        if column.index in row.merged:
            result.warnings.append("vendor_from_merged_cell")
        for code in result.warnings[-2:]:
            if code.startswith("vendor_"):
                result.cells[code] = self.column_name(column)

    def _warn_country(self, row, result, company):
        text = plain(self.text(row, "vendor.country")).casefold().replace(" ", "")
        stated = COUNTRY_WORDS.get(text) or COUNTRY_WORDS.get(without_brackets(text))
        if stated and stated != company.country_code:
            result.warnings.append("vendor_country_conflict")
            self._note(result, "vendor_country_conflict", "vendor.country")

    def _read_family(self, row, result):
        vendor = self.companies.by_slug.get(result.vendor)
        found = (
            self.products.find(vendor.pk, result.names | {"model": result.model})
            if vendor
            else None
        )
        result.slug = found[0] if found else None
        text = self.text(row, "family")
        field = self.text(row, "field")
        result.family = self.terms.family(text) if text else self.terms.family(field)
        if result.family is None and text and not is_placeholder(text):
            self._note(result, "unknown_family", "family")
            return ["unknown_family"]
        if result.family is None and found:
            result.family = found[1]
            result.warnings.append("family_from_catalogue")
        result.field_key = self.terms.families.get(result.family) or self.terms.field(field)
        stated = self.terms.field(field) if field else None
        if stated and result.family and stated != result.field_key:
            result.warnings.append("field_conflicts_with_family")
            self._note(result, "field_conflicts_with_family", "field")
        return []

    def _check_number(self, row, result):
        text = self.text(row, "vendor.registration_no").removesuffix(".0")
        if not text or is_placeholder(text) or is_valid_brn(text) or is_valid_uscc(text):
            return []
        self._note(result, "invalid_business_number", "vendor.registration_no")
        return ["invalid_business_number"]

    def _refuse(self, result, reason, *also):
        result.action, result.reason, result.also = REJECT, reason, list(also)
        if reason != "missing_required" and "missing_required" not in also:
            result.fields = []
        return result

    def _compare(self, result):
        """Look for the same product among the rows accepted above."""
        names = {language: model_form(name) for language, name in result.names.items() if name}
        key = (result.vendor, result.slug, names, model_form(result.model))
        earlier = self.seen.earlier(*key)
        facts = compared(result)
        if earlier is None:
            self.seen.add(result.number, *key, facts)
            if result.family is None:
                result.warnings.append("missing_family")
            return result
        conflicts = self.seen.conflicts(earlier, facts)
        result.duplicate_of = earlier
        result.fields = conflicts
        result.action = REJECT
        result.reason = "duplicate_conflict" if conflicts else "duplicate_row"
        result.cells = {}
        return result
