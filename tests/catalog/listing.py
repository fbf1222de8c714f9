"""Listings as companies fill them in."""

from catalog.listing.form import ListingForm
from catalog.listing.pages import new_page, write_page
from catalog.models import Family

WORDS = {
    "title_ko": "나르미 2",
    "title_zh": "搬运者2号",
    "title_en": "Narumi 2",
    "tagline_ko": "사람 곁에서 일하는 로봇",
    "tagline_zh": "在人身边工作的机器人",
    "summary_ko": "물건을 나르는 로봇입니다.\n엘리베이터도 탑니다.",
    "summary_zh": "搬运物品的机器人。",
    "highlights_ko": "안전합니다\n\n조용합니다",
    "highlights_zh": "安全\n快速",
    "body_ko": "첫 문단 <b>& 그대로</b>\n둘째 줄\n\n둘째 문단",
    "body_zh": "第一段",
    "regulatory_note_ko": "전파 인증을 받았습니다.",
    "regulatory_note_zh": "已取得无线电核准。",
    "aliases": "나르미\nNarumi",
}
FACTS = {
    "family": "service_robot",
    "applications": ["physical"],
    "industries": [],
    "origin_country": "KR",
    "hs_code": "847950",
    "release": "2024-05",
    "availability": "on_sale",
    "lead_time_days": "30",
    "minimum_order_quantity": "2",
    "warranty_months": "24",
    "after_sales_country": "KR",
}
PRICE = {
    "price_kind": "price",
    "price_currency": "KRW",
    "price_minimum": "45000000",
    "price_maximum": "60000000.5",
    "price_basis": "from_price",
    "price_period": "per_year",
    "is_tax_included": "no",
    "price_valid_until_on": "2099-12-31",
}
SPECS = {
    "spec-battery_life-minimum": "8",
    "spec-battery_life-maximum": "10",
    "spec-weight-minimum": "61.5",
    "spec-weight-source": "시험 성적서",
    "spec-op_temp-minimum": "-10",
    "spec-op_temp-maximum": "40",
}
CERTIFICATES = {
    "certificate-0-mark": "KC",
    "certificate-0-number": "R-R-abc-1",
    "certificate-0-holder": "나르미",
    "certificate-0-model": "N2",
    "certificate-0-issued_on": "2024-01-02",
    "certificate-0-expires_on": "2099-01-01",
    "certificate-1-mark": "CCC",
}


def listing_data(**changes):
    """A listing with everything in it; keys of changes use `__` for the hyphen."""
    data = {**WORDS, **FACTS, **PRICE, **SPECS, **CERTIFICATES}
    data |= {name.replace("__", "-"): value for name, value in changes.items()}
    return {name: value for name, value in data.items() if value not in ("", [], None)}


def listing_form(vendor, data=None, **options):
    data = listing_data() if data is None else data
    return ListingForm(data, vendor=vendor, language=options.pop("language", "ko"), **options)


def listed_page(index, vendor, data=None):
    """The page that a listing becomes, saved as a draft below the catalogue page."""
    page = write_page(new_page(vendor), listing_form(vendor, data))
    return index.add_child(instance=page)


def spec_data(family):
    """A value for every spec key that the family offers."""
    data = {}
    for offer in Family.objects.get(key=family).family_specs.select_related("spec_key"):
        key = offer.spec_key
        name = f"spec-{key.key}"
        if key.value_type == "choice":
            data[f"{name}-choice"] = key.choices.first().key
        elif key.value_type == "boolean":
            data[f"{name}-flag"] = "yes"
        elif key.value_type == "text":
            data[f"{name}-text"] = "IP67, KC"
        else:
            data[f"{name}-minimum"] = "12" if key.value_type == "integer" else "12.5"
            if key.value_type == "range":
                data[f"{name}-maximum"] = "20"
        data[f"{name}-source"] = "성적서"
    return data
