"""Which company a row means: by its name in any language, its number or its website."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from catalog.models import CompanyVerification, Vendor
from catalog.models.verification import Decision

from .text import compact, has_chinese, in_brackets, plain, without_brackets

# Marks that every company has and none is known by.
KOREAN_SIGN = re.compile(r"㈜|\(주\)|（주）|\(유\)|㈔|\(사\)|\(재\)")
LEGAL = re.compile(
    r"㈜|\(주\)|\(유\)|\(사\)|\(재\)|주식회사|유한회사|유한책임회사|합자회사|재단법인|사단법인|농업회사법인|"
    r"股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|总公司|分公司|公司$|集团$|"
    r"(?:,\s*|\s|\b)(?:co\.?\s*,?\s*ltd\.?|corporation|corp\.?|incorporated|inc\.?|limited|ltd\.?|llc|plc|gmbh|co\.)(?=\s|$|\))",
    re.IGNORECASE,
)
PLACES = re.compile(
    r"^(?:北京|上海|深圳|杭州|广州|合肥|苏州|南京|武汉|成都|天津|重庆|西安|东莞|佛山|宁波|厦门|青岛|珠海|常州|无锡|"
    r"浙江|广东|江苏|安徽|山东|湖北|四川|福建|湖南|中国)市?省?"
)
# Words that Chinese companies add to what they are called, and Korean ones now and then.
GENERIC_WORDS = (
    *(
        "人工智能",
        "基础技术研究",
        "信息",
        "网络",
        "网讯",
        "云计算",
        "计算",
        "科技",
        "技术",
        "机器人",
    ),
    *("创新", "智能", "集团", "电子", "医疗", "研究院", "软件", "华章"),
    *("로보틱스", "테크놀로지스", "테크놀로지", "테크놀러지", "코리아", "그룹"),
    *(
        "robotics",
        "technologies",
        "technology",
        "tech",
        "group",
        "holdings",
        "korea",
        "china",
        "ai",
    ),
)
GENERIC = re.compile(f"(?:{'|'.join(GENERIC_WORDS)})$")

LETTERS = {"에이아이": "AI", "엘지": "LG", "에스케이": "SK"}
SPELLED_OUT = re.compile("|".join(LETTERS))


@dataclass(frozen=True)
class Company:
    """What rows need of a vendor."""

    pk: int
    slug: str
    country_code: str
    site: str


@dataclass(frozen=True)
class Match:
    company: Company
    is_variant: bool = False


class Companies:
    """All companies by everything they are called; read once, as a sheet names any of them."""

    def __init__(self):
        self.by_name, self.by_core, self.by_site, self.by_slug = {}, {}, {}, {}
        rows = Vendor.objects.values_list(
            "pk", "slug", "country_code", "website_url", "name_ko", "name_zh", "name_en"
        )
        for pk, slug, country, website, *names in rows.iterator():
            company = Company(pk, slug, country, site_of(website))
            self.by_slug[slug] = company
            if company.site:
                self.by_site.setdefault(company.site, company)
            self._index(company, [slug, *filter(None, names)])
        self.by_number = dict(
            CompanyVerification.objects.filter(status=Decision.Status.APPROVED).values_list(
                "registration_number", "vendor__slug"
            )
        )
        self.find = lru_cache(maxsize=4096)(self._find)

    def _index(self, company, names):
        for name in names:
            for form in _forms(name):
                self.by_name.setdefault(form, company)
                core = _core(form)
                if len(core) > 1:
                    self.by_core.setdefault(core, set()).add(company)

    def _find(self, name: str, site: str = "", number: str = "") -> Match | None:
        """The company a cell means, or None.

        Legal forms, places and spaces do not count. A name that shares only the distinctive
        part (普渡科技 and 普渡机器人) is taken when it is a full legal name or the website is
        the company's own.
        """
        text = plain(name)
        if stated := self.by_name.get(compact(KOREAN_SIGN.sub("", text))):
            return Match(stated)
        for form in _forms(text):
            if company := self.by_name.get(form):
                return Match(company, is_variant=True)
        if number in self.by_number:
            return Match(self.by_slug[self.by_number[number]], is_variant=True)
        return self._by_distinctive_part(text, site)

    def _by_distinctive_part(self, text, site):
        is_legal = bool(LEGAL.search(text))
        for form in _forms(text):
            bare = PLACES.sub("", form)
            for shorter in _shortenings(bare):
                if company := self.by_name.get(shorter):
                    return Match(company, is_variant=True)
            core = _core(bare)
            found = self.by_core.get(core, set())
            if not (is_legal and core != bare) and not (core == bare and has_chinese(core)):
                found = {company for company in found if site and company.site == site}
            if len(found) == 1:
                return Match(*found, is_variant=True)
        return None


def _forms(name):
    """A name without legal forms: whole, outside its brackets, inside them."""
    text = LEGAL.sub(" ", SPELLED_OUT.sub(lambda found: LETTERS[found[0]], plain(name)))
    inside = [part for part in in_brackets(text) if len(compact(part)) > 2]
    forms = (compact(part) for part in (text, without_brackets(text), *inside))
    return [form for form in dict.fromkeys(forms) if form]


def _shortenings(form):
    """The form and what is left of it without one generic word, or several, at the end."""
    yield form
    for word in GENERIC_WORDS:
        if form.endswith(word) and len(form) > len(word) + 1:
            yield from _shortenings(form.removesuffix(word))


def _core(form):
    """What is left when generic words at the end are taken off, two characters at least."""
    while (shorter := GENERIC.sub("", form)) != form and len(shorter) > 1:
        form = shorter
    return form


@lru_cache(maxsize=1024)
def site_of(address: str) -> str:
    """The host of an address without `www.`; two companies of one host are told apart by name."""
    address = address.strip()
    if not address:
        return ""
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
