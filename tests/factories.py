"""Plain builders of records. Each gives what tests rarely care about and takes the rest."""

import io
from itertools import count

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.documents.models import Document

from catalog.models import (
    Application,
    Availability,
    ExhibitPlace,
    Family,
    Hall,
    Industry,
    ProductAlias,
    ProductHighlight,
    ProductPage,
    ProductPicture,
    ProductSpec,
    SpecKey,
    Vendor,
)
from catalog.search.indexing import update_documents
from catalog.translation import confirm
from center_site.languages import LANGUAGES
from center_site.models import CenterImage

numbers = count(1)


def make_vendor(**fields):
    """A published company with names in every language."""
    number = next(numbers)
    defaults = {
        "slug": f"vendor-{number}",
        "country_code": "KR",
        "name_ko": f"회사 {number}",
        "name_zh": f"公司 {number}",
        "name_en": f"Vendor {number}",
        "summary_ko": "로봇을 만드는 회사입니다.",
        "summary_zh": "研发机器人的企业。",
    }
    return Vendor.objects.create(**{**defaults, **fields})


def build_product(**fields):
    """A product that is not in the tree yet, ready in both languages.

    Takes the fields of ProductPage, and by plain values: `family`, `availability` (keys),
    `applications`, `industries` (keys), `specs` ({"height": 1300} or ProductSpec rows),
    `highlights` ([(ko, zh)]), `aliases`, `gallery` (images), `places` (ExhibitPlace rows).
    """
    number = next(numbers)
    rows = _rows_of(fields)
    classes = _classes_of(fields)
    defaults = {
        "title": f"Product {number}",
        "slug": f"product-{number}",
        "title_ko": f"제품 {number}",
        "title_zh": f"产品 {number}",
        "title_en": f"Product {number}",
        "tagline_ko": "사람 곁에서 일하는 로봇",
        "tagline_zh": "在人身边工作的机器人",
        "summary_ko": "사람 곁에서 물건을 나르는 로봇입니다.",
        "summary_zh": "在人身边搬运物品的机器人。",
        "origin_country": classes["vendor"].country_code,
        "is_ready_ko": True,
        "is_ready_zh": True,
    }
    page = ProductPage(**{**defaults, **classes, **fields})
    for name, values in rows.items():
        setattr(page, name, values)
    for language in LANGUAGES:
        if not getattr(page, f"confirmed_hash_{language.suffix}"):
            confirm(page, language)
    return page


def make_product(parent, **fields):
    """`build_product` under `parent`, published and searchable; a draft with `live=False`."""
    page = parent.add_child(instance=build_product(**fields))
    # a test's transaction never commits, so the receiver's on_commit would not run
    update_documents(ProductPage.objects.filter(pk=page.pk))
    return page


def _classes_of(fields):
    family = fields.pop("family", "humanoid_robot")
    if isinstance(family, str):
        family = Family.objects.select_related("field").get(key=family)
    availability = fields.pop("availability", "on_sale")
    if isinstance(availability, str):
        availability = Availability.objects.get(key=availability)
    return {
        "vendor": fields.pop("vendor", None) or make_vendor(),
        "family": family,
        "field": fields.pop("field", None) or family.field,
        "availability": availability,
    }


def _rows_of(fields):
    rows = {
        "specs": make_specs(fields.pop("specs", {})),
        "highlights": [
            ProductHighlight(text_ko=ko, text_zh=zh, sort_order=order)
            for order, (ko, zh) in enumerate(fields.pop("highlights", []))
        ],
        "other_names": [ProductAlias(name=name) for name in fields.pop("aliases", [])],
        "gallery": [
            ProductPicture(image=image, sort_order=order)
            for order, image in enumerate(fields.pop("gallery", []))
        ],
        "exhibit_places": fields.pop("places", []),
    }
    for name, model in (("applications", Application), ("industries", Industry)):
        rows[name] = list(model.objects.filter(key__in=fields.pop(name, [])))
    return {name: values for name, values in rows.items() if values}


def make_specs(values):
    """Rows from {"height": 1300, "dof": (23, 43), "license": "MIT"}; rows pass unchanged."""
    if not hasattr(values, "items"):
        return list(values)
    keys = SpecKey.objects.prefetch_related("choices").in_bulk(values, field_name="key")
    return [
        ProductSpec(spec_key=keys[name], **_columns(keys[name], value))
        for name, value in values.items()
    ]


def _columns(key, value):
    if isinstance(value, tuple):
        return {"minimum": value[0], "maximum": value[1]}
    if isinstance(value, bool):
        return {"flag": value}
    if key.value_type == key.ValueType.CHOICE:
        return {"choice": key.choices.get(key=value)}
    return {"text": value} if isinstance(value, str) else {"minimum": value, "maximum": value}


def make_place(**fields):
    """A place in a hall, not yet on a product."""
    number = next(numbers)
    hall = fields.pop("hall", None) or make_hall()
    return ExhibitPlace(**{"hall": hall, "zone": "A", "stand": f"A-{number:02}", **fields})


def make_hall(**fields):
    defaults = {
        "key": f"hall_{next(numbers)}",
        "name_ko": "1전시장",
        "name_zh": "一号展厅",
        "city_ko": "서울",
        "city_zh": "首尔",
        "floor": 1,
    }
    return Hall.objects.create(**{**defaults, **fields})


def png(width=64, height=48, colour="#0f8a7e"):
    """The bytes of a small plain picture."""
    buffer = io.BytesIO()
    Picture.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()


def make_image(*, width=64, height=48, **fields):
    """A stored picture with alternative text in both languages."""
    number = next(numbers)
    defaults = {
        "title": f"Picture {number}",
        "alt_ko": "로봇 한 대",
        "alt_zh": "一台机器人",
        "file": ContentFile(png(width, height), name=f"picture-{number}.png"),
    }
    return CenterImage.objects.create(**{**defaults, **fields})


def make_document(**fields):
    number = next(numbers)
    defaults = {
        "title": f"Datasheet {number}",
        "file": ContentFile(b"%PDF-1.4\n%%EOF\n", name=f"datasheet-{number}.pdf"),
    }
    return Document.objects.create(**{**defaults, **fields})


def make_user(*, groups=(), password="a long enough password", **fields):
    """A user in these groups (by name) whose address is verified; superuser with
    `is_superuser=True`.
    """
    number = next(numbers)
    defaults = {"username": f"user-{number}", "email": f"user-{number}@example.org"}
    user = get_user_model().objects.create_user(password=password, **{**defaults, **fields})
    user.groups.set(Group.objects.get(name=name) for name in groups)
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
