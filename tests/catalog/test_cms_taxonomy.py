"""Companies and taxonomy in the CMS; what is in use is not deleted."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from catalog.models import (
    Application,
    Availability,
    CertificationMark,
    Family,
    Hall,
    Industry,
    ProductCertificate,
    SpecKey,
    StrategicField,
    Vendor,
)
from tests.catalog.cms import read_form
from tests.factories import make_hall, make_place, make_product, make_vendor

TERMS = [
    StrategicField,
    Family,
    SpecKey,
    Application,
    Industry,
    Availability,
    CertificationMark,
    Hall,
]


@pytest.fixture
def used(product_index):
    """One of each term that a product holds on to, by model."""
    mark = CertificationMark.objects.first()
    hall = make_hall()
    product = make_product(
        product_index, specs={"height": 1300}, places=[make_place(hall=hall)], title="Kept"
    )
    ProductCertificate.objects.create(product=product, mark=mark)
    return {
        StrategicField: product.field,
        Family: product.family,
        SpecKey: SpecKey.objects.get(key="height"),
        Availability: product.availability,
        CertificationMark: mark,
        Hall: hall,
        Vendor: product.vendor,
    }


def url_of(model, name, *args):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


@pytest.mark.parametrize("model", [*TERMS, Vendor])
def test_every_kind_has_a_list_and_a_form(chief, used, model):
    instance = used.get(model) or model.objects.first()
    assert chief.get(url_of(model, "list")).status_code == 200
    assert chief.get(url_of(model, "edit", instance.pk)).status_code == 200
    assert chief.get(url_of(model, "add")).status_code == 200


@pytest.mark.parametrize(
    "model", [StrategicField, Family, SpecKey, Availability, CertificationMark, Hall, Vendor]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_in_use_is_not_deleted_and_the_editor_is_told_why(chief, used, model, method):
    response = getattr(chief, method)(url_of(model, "delete", used[model].pk))
    assert response.status_code == 302
    assert response.url == url_of(model, "list")
    (message,) = get_messages(response.wsgi_request)
    assert "Kept" in message.message or model is StrategicField
    assert model.objects.filter(pk=used[model].pk).exists()


def test_deleting_many_at_once_is_refused_as_a_whole(chief, used):
    free = Availability.objects.exclude(pk=used[Availability].pk).first()
    url = reverse("wagtail_bulk_action", args=["catalog", "availability", "delete"])
    response = chief.post(f"{url}?id={used[Availability].pk}&id={free.pk}")
    assert response.status_code == 302
    assert Availability.objects.filter(pk__in=[used[Availability].pk, free.pk]).count() == 2


def test_what_nothing_uses_is_deleted(chief, taxonomy):
    free = Industry.objects.first()
    assert chief.post(url_of(Industry, "delete", free.pk)).status_code == 302
    assert not Industry.objects.filter(pk=free.pk).exists()


def test_a_choice_that_products_have_is_kept(chief, product_index):
    make_product(product_index, family="robotaxi", specs={"sae_level": "4"})
    key = SpecKey.objects.get(key="sae_level")
    url = url_of(SpecKey, "edit", key.pk)
    data = read_form(chief.get(url).content.decode(), "w-editor-form")
    number = [choice.key for choice in key.choices.all()].index("4")
    response = chief.post(url, {**data.dict(), f"choices-{number}-DELETE": "1"})
    assert response.status_code == 200
    assert key.choices.filter(key="4").exists()


def test_a_key_that_products_state_keeps_its_type(chief, used):
    key = used[SpecKey]
    url = url_of(SpecKey, "edit", key.pk)
    data = read_form(chief.get(url).content.decode(), "w-editor-form")
    response = chief.post(url, {**data.dict(), "value_type": "text", "unit": ""})
    assert response.status_code == 200
    assert "value_type" in response.context["form"].errors
    key.refresh_from_db()
    assert key.value_type == "number"


@pytest.mark.parametrize("query", ["机器", "로봇", "Robo"])
def test_a_company_is_found_by_any_part_of_any_name(chief, db, query):
    found = make_vendor(name_ko="한국로봇", name_zh="韩国机器人", name_en="KoRobotics")
    make_vendor()
    dialog = reverse(Vendor.snippet_viewset.chooser_viewset.get_url_name("choose_results"))
    html = chief.get(dialog, {"q": query}).content.decode()
    assert found.name_ko in html
    assert html.count("data-chooser-modal-choice") == 1
    listed = chief.get(url_of(Vendor, "list"), {"q": query}).context["object_list"]
    assert [vendor.pk for vendor in listed] == [found.pk]


def test_the_form_of_a_product_never_lists_all_companies(chief, product_index):
    product = make_product(product_index)
    other = make_vendor(name_ko="나오면안됨")
    html = chief.get(reverse("wagtailadmin_pages:edit", args=[product.pk])).content.decode()
    assert product.vendor.name_ko in html
    assert other.name_ko not in html
