"""Founding a company: its row, unseen until it is verified, and its owner."""

from itertools import count

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.text import slugify
from pypinyin import lazy_pinyin

from catalog.models import Membership, Vendor


class AlreadyMember(Exception):
    """People who act for two companies have two accounts."""


@transaction.atomic
def found_company(
    user, *, country_code: str, name_ko: str = "", name_zh: str = "", name_en: str = ""
) -> Membership:
    """Make a company with this owner. Nobody sees it before a reviewer has verified it.

    Raises AlreadyMember for somebody who acts for a company already.
    """
    if Membership.objects.filter(user=user).exists():
        raise AlreadyMember
    vendor = Vendor.objects.create(
        slug=free_slug(name_en, name_zh),
        country_code=country_code,
        name_ko=name_ko,
        name_zh=name_zh,
        name_en=name_en,
        live=False,
    )
    vendor.save_revision(user=user)
    try:
        with transaction.atomic():
            return Membership.objects.create(user=user, vendor=vendor, role=Membership.Role.OWNER)
    except IntegrityError:
        # Posted twice at the same time: the other one has founded it.
        raise AlreadyMember from None


def free_slug(name_en: str, name_zh: str) -> str:
    """An unused ASCII address: of the English name, else of the Chinese in pinyin."""
    stem = slugify(name_en) or slugify(" ".join(lazy_pinyin(name_zh))) or "company"
    stem = stem[:80].strip("-")
    taken = set(Vendor.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in _numbered(stem) if slug not in taken)


def _numbered(stem):
    if stem != "company":
        yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def namesakes(**names: str):
    """Companies that visitors see under one of these names already."""
    wanted = Q()
    for column, name in names.items():
        if name:
            wanted |= Q(**{f"{column}__iexact": name})
    return Vendor.objects.public().filter(wanted) if wanted else Vendor.objects.none()
